"""Our own attributes in a BPMN file, all in the namespace `urn:moothall:bpmn`.

A file without them can still be drawn anywhere. Other makers' attributes are left alone and mean nothing
here; a word of ours that we do not know is refused, because it is a slip of the pen that would otherwise be
silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from moothall.engines.process.readable import BPMN, MOOTHALL
from moothall.engines.process.safe_xml import Element
from moothall.engines.process.timers import WHEN_OPENED, BadPeriod, Basis, DueRule, read_period

_BASIS = frozenset({"basis", "setBy", "verified", "source"})
_PERIOD = frozenset({"days", "counting", "startsFrom"})
KNOWN = {
    "process": frozenset({"nameCy", "welsh"}),
    "startEvent": frozenset({"nameCy", "reopens"}),
    "endEvent": frozenset({"nameCy"}),
    "exclusiveGateway": frozenset({"nameCy"}),
    "userTask": frozenset({"nameCy", "role", "letter", "optional", "within"}) | _BASIS | _PERIOD,
    "businessRuleTask": frozenset({"nameCy"}) | _BASIS,
    "intermediateCatchEvent": frozenset({"nameCy"}) | _BASIS | _PERIOD,
    "boundaryEvent": frozenset({"nameCy"}) | _BASIS | _PERIOD,
    "sequenceFlow": frozenset({"nameCy"}),
}
_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")

Refuse = Callable[[Element, str], None]


def refuse_unknown(element: Element, refuse: Refuse) -> None:
    """Refuse each attribute in our namespace that this kind of element does not have."""
    known = KNOWN.get(element.tag, frozenset())
    for space, name in element.attributes:
        if space == MOOTHALL and name not in known:
            allowed = ", ".join(sorted(known)) or "none"
            refuse(element, f"moothall:{name} is not an attribute that it can have (it can have: {allowed})")


def read_word(element: Element, name: str, refuse: Refuse, *, required: bool = False) -> str:
    """A role, letter or date name: small letters, digits and underscores."""
    word = element.get(name, space=MOOTHALL)
    if not word and not required:
        return ""
    if not _WORD.fullmatch(word):
        refuse(element, f'write moothall:{name}="..." with a name of small letters, digits and underscores')
        return ""
    return word


def read_choice(element: Element, name: str, choices: tuple[str, ...], refuse: Refuse) -> str:
    """One of a few words; the first is meant when nothing is written."""
    word = element.get(name, choices[0], space=MOOTHALL)
    if word not in choices:
        refuse(element, f"write moothall:{name} as one of: {', '.join(choices)}")
        return choices[0]
    return word


def read_basis(element: Element, refuse: Refuse) -> Basis | None:
    """What a step or period stands on. What is verified must name the source that it was compared with."""
    text = " ".join(element.get("basis", space=MOOTHALL).split())
    if not text:
        stray = [name for name in ("setBy", "verified", "source") if element.get(name, space=MOOTHALL)]
        if stray:
            refuse(
                element,
                f"moothall:{stray[0]} says something about moothall:basis, which is not there; add it",
            )
        return None
    set_by = read_choice(element, "setBy", ("law", "council"), refuse)
    verified = read_choice(element, "verified", ("false", "true"), refuse) == "true"
    source = element.get("source", space=MOOTHALL).strip()
    if verified and not source:
        refuse(element, 'moothall:verified="true" needs moothall:source, the place that it was compared with')
    return Basis(text=text, set_by=set_by, verified=verified, source=source)


def read_rule(element: Element, period: str, refuse: Refuse) -> DueRule | None:
    """A period with our attributes beside it. None after a refusal."""
    try:
        months, days = read_period(period)
    except BadPeriod as error:
        refuse(element, str(error))
        return None
    working = read_choice(element, "days", ("calendar", "working"), refuse) == "working"
    if working and months:
        refuse(element, 'moothall:days="working" counts days; write the period in days, such as P10D')
        return None
    counting = read_choice(element, "counting", ("after", "beginning_with"), refuse)
    return DueRule(
        months=months,
        days=days,
        working=working,
        beginning_with=counting == "beginning_with",
        starts_from=read_word(element, "startsFrom", refuse) or WHEN_OPENED,
        basis=read_basis(element, refuse),
    )


def read_timer(element: Element, refuse: Refuse) -> DueRule | None:
    """The rule of a timer event. Fixed dates, cycles and times of day are refused."""
    (definition,) = element.all(BPMN, "timerEventDefinition")
    durations = definition.all(BPMN, "timeDuration")
    if len(durations) != 1 or len(definition.children) != 1:
        refuse(element, "give the timer one <timeDuration>, such as P14D; fixed dates and cycles are not run")
        return None
    return read_rule(element, durations[0].text, refuse)
