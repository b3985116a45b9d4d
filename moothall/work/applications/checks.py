"""Facts of an interview that another system answers instead of the person.

Invariants:
- nothing is asked of another system inside a transaction: it may be slow, and a transaction keeps others out;
- until it has answered about exactly what is known now, `answered` is no, and the interview goes on;
- what it says is kept only if nothing that it was asked about has changed meanwhile.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moothall.engines.facts import Circumstances
from moothall.engines.facts.circumstances import NotCircumstances
from moothall.ground.catalogue.definition import Definition
from moothall.work.applications.models import Draft
from moothall.work.applications.ports import NoAnswer, check_named
from moothall.work.applications.queries import draft_for_update

log = logging.getLogger("moothall.checks")


@dataclass(frozen=True)
class Declared:
    """One row of a service's `checks:`: whom to ask, about which facts, and what it attests."""

    of: str
    about: tuple[str, ...]
    answered: str
    attests: tuple[str, ...]

    def known(self, plain: Mapping) -> dict[str, object] | None:
        """The facts to ask about, in their plain form; None while one of them is not known."""
        told = {**plain.get("household", {}), **plain.get("case", {})}
        return {name: told[name] for name in self.about} if all(name in told for name in self.about) else None


@dataclass(frozen=True)
class Asking:
    """A question that can be put to another system now."""

    check: Declared
    organisation: str
    about: Mapping[str, object]


def checks_of(definition: Definition) -> tuple[Declared, ...]:
    """The checks that the service declares."""
    return tuple(
        Declared(row["of"], tuple(row["about"]), row["answered"], tuple(row["attests"]))
        for row in definition.service.get("checks", ())
    )


def unheard(definition: Definition) -> dict[str, bool]:
    """What is known at the beginning: no other system has answered."""
    return {check.answered: False for check in checks_of(definition)}


def forget_answers_about(
    changed: Iterable[str], circumstances: Circumstances, definition: Definition
) -> None:
    """An answer about what was changed is no answer any more."""
    changed = frozenset(changed)
    for check in checks_of(definition):
        if changed & set(check.about):
            circumstances.case[check.answered] = False
            for name in check.attests:
                circumstances.case.pop(name, None)


def to_ask(draft: Draft) -> list[Asking]:
    """What can be asked for this interview now and has not been answered."""
    asking = []
    for check in checks_of(draft.edition.definition):
        about = check.known(draft.answers)
        if about is not None and not _yes(draft.answers.get("case", {}).get(check.answered)):
            asking.append(Asking(check, draft.organisation_id, about))
    return asking


def choices_of(draft: Draft, fact: str) -> tuple[str, ...]:
    """The values of that fact which another system knows for this interview; none when it does not say."""
    for check in checks_of(draft.edition.definition):
        if fact in check.about:
            told = {**draft.answers.get("household", {}), **draft.answers.get("case", {})}
            try:
                return check_named(check.of).choices(fact, organisation=draft.organisation_id, about=told)
            except NoAnswer as silent:
                log.warning("%s has no list: %s", check.of, silent)
    return ()


def pretended(check: Declared) -> bool:
    """Whether the system is only pretended. One that is not set up says nothing, so it pretends nothing."""
    try:
        return check_named(check.of).pretend
    except NoAnswer:
        return False


def hear(asking: Asking, *, today: date) -> Mapping[str, object] | None:
    """Ask the other system, outside any transaction. None when it has no answer, whatever the reason."""
    try:
        return check_named(asking.check.of).ask(
            organisation=asking.organisation, about=asking.about, today=today
        )
    except NoAnswer as silent:
        log.warning("%s has no answer: %s", asking.check.of, silent)
        return None


def keep(draft_id: UUID, asking: Asking, said: Mapping[str, object]) -> bool:
    """Keep what it attested, if it is still about what is known. Says whether it was kept."""
    draft = draft_for_update(draft_id)
    check, vocabulary = asking.check, draft.edition.definition.vocabulary
    if check.known(draft.answers) != asking.about:
        return False
    attested = {name: value for name, value in said.items() if name in check.attests}
    case = {**draft.answers.get("case", {}), **attested, check.answered: "yes"}
    try:
        draft.answers = Circumstances.from_dict({**draft.answers, "case": case}, vocabulary).to_dict(
            vocabulary
        )
    except NotCircumstances as wrong:
        log.warning("%s said what cannot be: %s", check.of, wrong.fact or "no fact")
        return False
    draft.save(update_fields=["answers"])
    return True


def heard_in(plain: Mapping, definition: Definition) -> dict[str, tuple[str, str]]:
    """Fact -> how it is known and from which system, for those of these answers that nobody was asked.

    What a system said is attested by it; whether it answered at all was observed.
    """
    case, heard = plain.get("case", {}), {}
    for check in checks_of(definition):
        heard[check.answered] = ("observed", check.of)
        if _yes(case.get(check.answered)):
            heard |= {name: ("attested", check.of) for name in check.attests if name in case}
    return heard


def _yes(plain: object) -> bool:
    return plain in ("yes", True)
