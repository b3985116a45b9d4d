"""The interval reading of conditions: what is known inside each arm, and which arms can be reached."""

from __future__ import annotations

from moothall.engines.rules import ir, spans
from moothall.engines.rules.interval_counts import Frame, Refused
from moothall.engines.rules.narrowing import narrow
from moothall.engines.rules.spans import NO, YES, Either, Possible, join


class Conditions:
    """The part of a walk that reads conditions. Whoever walks has `value`, the reading of any expression."""

    def knowing(self, condition: tuple, truth: bool, names: dict, frame: Frame) -> dict:
        return narrow(condition, truth, names, lambda node: self.value(node, names, frame))

    def either(self, before: dict, ends: list[dict]) -> dict | None:
        """What is known after a branch: what was narrowed inside one arm only is wide again."""
        if not ends:
            return None
        after = dict(ends[0])
        for end in ends[1:]:
            after = {node: join(after[node], end[node]) for node in after if node in end}
        return after

    def compare(self, node: ir.Cmp, names: dict, frame: Frame) -> Either:
        return spans.compare(
            node.op, self.value(node.first, names, frame), self.value(node.second, names, frame)
        )

    def is_in(self, node: ir.IsIn, names: dict, frame: Frame) -> Either:
        codes = self.value(node.value, names, frame).codes
        inside = [code in node.codes for code in codes]
        found = Either(not all(inside), any(inside))
        return spans.negate(found) if node.negated else found

    def all_of(self, node: ir.And, names: dict, frame: Frame) -> Either:
        return self.chain(node.parts, True, names, frame)

    def any_of(self, node: ir.Or, names: dict, frame: Frame) -> Either:
        return self.chain(node.parts, False, names, frame)

    def chain(self, parts: tuple, go_on: bool, names: dict, frame: Frame) -> Either:
        """`and` goes on while yes, `or` while no; a part that may not be reached cannot refuse
        for certain.
        """
        stopped = False
        for part in parts:
            try:
                here = self.value(part, names, frame)
            except Refused:
                if not stopped:
                    raise
                return NO if go_on else YES
            goes_on, stops = (here.yes, here.no) if go_on else (here.no, here.yes)
            stopped = stopped or stops
            if not goes_on:
                return NO if go_on else YES
            if not here.is_single:
                names = self.knowing(part, go_on, names, frame) if frame.each is None else names
        through = YES if go_on else NO
        return join(through, NO if go_on else YES) if stopped else through

    def choose(self, node: ir.Choose, names: dict, frame: Frame) -> Possible:
        condition = self.value(node.condition, names, frame)
        if condition.is_single:
            return self.value(node.yes if condition.yes else node.no, names, frame)
        found = None
        for truth, part in ((True, node.yes), (False, node.no)):
            known = self.knowing(node.condition, truth, names, frame) if frame.each is None else names
            try:
                found = join(found, self.value(part, known, frame))
            except Refused:
                continue
        if found is None:
            raise Refused
        return found
