"""Nodes: what was promised in the name of a body elsewhere is one case there, and her page is true.

Two real nodes and the road between them. The road is down, the other node answers too late, its answer is
lost or changed, it is told twice, it answers after it was due, it refuses; and, in the long version, either
node is killed meanwhile. At each moment her page on one node is compared with what the other holds.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Sequence

import django

from tests.proof.faults_browser import Browser
from tests.proof.nodes_road import CHANGED, CLEAR, DOWN, LOST, SLOW, TROUBLES, TWICE, Road
from tests.proof.nodes_two import Node, two_nodes
from tests.proof.report import Progress, Result, Sabotage

NAME = "nodes"
SAYS = "a promise to a body of another node is one case there whatever fails, and her page is always true"
SABOTAGE = Sabotage(
    file="moothall/work/applications/actions/receive_promise.py",
    line="        promise=message.promise,\n",
    replacement="        promise=opening.case,\n",
    why="a promise that is not found again is a second case when it is told again",
)

DATABASES = ("sqlite", "postgresql")
TODAY, AFTER_IT_WAS_DUE = "2026-11-23", "2026-11-26"
PATIENCE = 40  # seconds for what takes one or two
# What her page says of a promise, and whether the other node must hold its case then.
WAITING, KEPT = "It is being told. Your case is not open there yet.", "It has opened your case."
LATE, REFUSED = "Late. Somebody is looking into it.", "It does not take this case."
CAME_LATE = "It was due by 25 November 2026 and came later."
CLOSED = "it said that it was closed"
OPENED, BINS = "Council tax at your new home", "Bins for a new home"
DOVERS = "SELECT reference, submission FROM cases_case WHERE organisation_id = 'dover'"


def run(*, seed: int, short: bool, progress: Progress, databases: Sequence[str] = DATABASES) -> Result:
    django.setup()
    result = Result()
    for database in databases:
        with two_nodes(database, today=TODAY) as (takes, keeps, road):
            proof = _Proof(takes, keeps, road, result)
            proof.each_trouble_in_turn()
            progress(f"{database}: down, slow, changed and told twice, it is one case; a refusal says why")
            if database == DATABASES[0] or not short:  # days pass the same on each
                proof.answered_after_it_was_due()
                progress(f"{database}: answered after it was due, it was late before and says so after")
            if not short:
                proof.by_chance(random.Random(seed), promises=12)
                progress(f"{database}: {result.counts['kills']} kills and every trouble by chance")
                for node in (takes, keeps):
                    verified = node.command("verify", check=False)
                    result.expect(verified.returncode == 0, f"{database}: {verified.stdout}{verified.stderr}")
    return result


class Tessa:
    """One resident who moves to Dover and told of it on the node that takes applications."""

    def __init__(self, node: Node):
        from moothall.doors.frontdoor.tests.resident import Resident
        from tests.kit.moves import CANTERBURY, ELSEWHERE, TESSA

        said = {name: tuple(one.values()) if isinstance(one, dict) else one for name, one in TESSA.items()}
        said |= {"date_of_birth": ("3", "5", "1955")}
        self.at_home = Resident(says=said, client=Browser(node.port)).lives_at(CANTERBURY)
        self.at_home.sends("/apply/moving_home/start", this_home="leaving", postcode=ELSEWHERE)
        onward = re.search(
            r'class="govuk-button"[^>]*href="([^"]+)"', self.at_home.answers_until("/estimate").page
        )
        shown = self.at_home.opens(onward[1]).answers_until("/check")
        sent = {name: shown.hidden(name) for name in ("key", "revision")}
        done = shown.sends("/apply/moving_home/submit", declared="yes", **sent)
        self.case = re.search(r"CAN-\w{4}-\w{4}", done.page)[0]

    def reads(self) -> dict[str, tuple[str, str]]:
        """Service of Dover -> what her page says of it, and the reference beside it."""
        page = self.at_home.opens(f"/case/{self.case}").page
        if self.at_home.status != 200:
            raise AssertionError(f"her page answered {self.at_home.status}: {self.at_home.heading}")
        rows = re.findall(r'<div class="govuk-summary-list__row">(.*?)</div>', page, re.DOTALL)
        plain = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]
        found = {}
        for row in plain:
            told = re.fullmatch(r"Dover District Council (.+?) ((?:It|Late).*?)( DOV-\w{4}-\w{4})?", row)
            if told:
                found[told[1]] = (re.sub(r" \.", ".", told[2]), (told[3] or "").strip())
        return found


class _Proof:
    def __init__(self, takes: Node, keeps: Node, road: Road, result: Result):
        self.takes, self.keeps, self.road, self.result = takes, keeps, road, result

    def each_trouble_in_turn(self) -> None:
        """One move, whose two promises to Dover meet one trouble after the other."""
        tessa = self._tells(DOWN)
        [reference] = [reference for service, (_, reference) in tessa.reads().items() if service == OPENED]
        self._until(lambda: self.road.met[reference, DOWN] > 1, "a road that is down is tried again")
        self._says(tessa, OPENED, WAITING, cases=0)
        for trouble in (SLOW, LOST, CHANGED):
            self._road(trouble)
            self._until(lambda now=trouble: self.road.met[reference, now], f"it is told, and then {trouble}")
            self._says(tessa, OPENED, WAITING, cases=1)
        self._road(TWICE)
        self._until(lambda: KEPT in self._state(tessa, OPENED), "its answer is heard at last")
        self._says(tessa, OPENED, KEPT, cases=1)
        self.expect(self.road.refused_again[401] > 0, "what was told twice in the same words was read twice")
        self._until(lambda: REFUSED in self._state(tessa, BINS), "what it does not offer is refused")
        self.expect(
            "on its own website" in self._state(tessa, BINS), "a refusal does not say what she can do"
        )
        held = self.takes.rows(f"SELECT facts FROM applications_promise WHERE reference = '{reference}'")
        self.expect(held in ([("{}",)], [({},)]), "what was told is kept here though it has arrived")
        self._road(CLEAR)
        self.keeps.rows(
            "UPDATE cases_case SET status = 'closed' WHERE organisation_id = 'dover' RETURNING id"
        )
        self._until(lambda: CLOSED in self._state(tessa, OPENED), "how it stands there is asked, and said")

    def answered_after_it_was_due(self) -> None:
        """Another move, told in vain until the day after that by which its case should have been opened."""
        tessa = self._tells(DOWN)
        self.takes.starts_again(today=AFTER_IT_WAS_DUE)
        self._until(lambda: LATE in self._state(tessa, OPENED), "on the day after it was due it is late")
        self._says(tessa, OPENED, LATE, cases=0)
        self._road(CLEAR)
        self._until(lambda: KEPT in self._state(tessa, OPENED), "late as it is, it is delivered")
        self._says(tessa, OPENED, KEPT, cases=1)
        self.expect(CAME_LATE in self._state(tessa, OPENED), "her page does not say that it came late")

    def by_chance(self, chance: random.Random, *, promises: int) -> None:
        """Moves whose every delivery meets a trouble of its own, while both nodes are killed."""
        self.keeps.starts_again(today=AFTER_IT_WAS_DUE)
        self.road.trouble = lambda reference: chance.choice(TROUBLES)
        moves = [Tessa(self.takes) for _ in range(promises)]
        for node in (self.takes, self.keeps) * 4:
            time.sleep(chance.uniform(0.2, 2.0))
            node.kill()
            node.start()
            self.result.count("kills")
            for tessa in chance.sample(moves, 3):
                self._is_true(tessa)
        self._road(CLEAR)
        for tessa in moves:
            self._until(
                lambda one=tessa: KEPT in self._state(one, OPENED), "it is kept once the road is clear"
            )
            self._says(tessa, OPENED, KEPT, cases=1)

    # Looking

    def _tells(self, trouble: str) -> Tessa:
        self._road(trouble)
        self.result.count("moves that were told")
        return Tessa(self.takes)

    def _road(self, trouble: str) -> None:
        self.road.trouble = lambda reference: trouble

    def _state(self, tessa: Tessa, service: str) -> str:
        return tessa.reads().get(service, ("", ""))[0]

    def _says(self, tessa: Tessa, service: str, words: str, *, cases: int) -> None:
        """Her page says just that, and the other node holds so many cases of her."""
        said, reference = tessa.reads().get(service, ("", ""))
        self.result.count("looks at her page")
        self.expect(words in said, f"her page says {said!r}, expected {words!r}")
        held = self._held(reference)
        self.expect(held == [reference] * cases, f"she holds {reference}, there is {held}, expected {cases}")

    def _is_true(self, tessa: Tessa) -> None:
        """Whatever happens: kept is said of a case that is there, and no promise is two."""
        said, reference = tessa.reads()[OPENED]
        held = self._held(reference)
        self.result.count("looks at her page")
        self.expect(len(held) <= 1, f"{reference} is there {len(held)} times: {held}")
        self.expect(
            KEPT not in said or held == [reference], f"{reference} is said to be kept, there is {held}"
        )

    def _held(self, reference: str) -> list[str]:
        """The references of all cases at the other node of the move that has this one on her page."""
        hers = f"reference = '{reference}' OR said_reference = '{reference}'"
        [(submission,)] = self.takes.rows(f"SELECT submission FROM applications_promise WHERE {hers}")
        return [there for there, of in self.keeps.rows(DOVERS) if str(of) == str(submission)]

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > until:
                return self.expect(False, f"not within {PATIENCE} seconds: {what}")
            time.sleep(0.5)  # a look at her page costs the server that is watched

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.takes.kind}: {otherwise}")
