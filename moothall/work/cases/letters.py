"""Fills the letter of a decision, in both languages, from what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from moothall.engines.facts.dates import to_number
from moothall.engines.facts.writing import write_date
from moothall.ground.catalogue.definition import Definition
from moothall.ground.organisations.models import Organisation
from moothall.work.cases.award import LANGUAGES, NOT_ADOPTED
from moothall.work.cases.models import Case, Decision


def letter_kind(decision: Decision) -> str:
    """How the letter of this decision is known among the notices about its case."""
    return f"decision.{decision.id}"


def letters_for(
    name: str,
    *,
    case: Case,
    definition: Definition,
    body: Organisation,
    today: date,
    results: Mapping[str, dict],
    reasons: Mapping[str, dict],
    why: str = "",
    law: str = "",
) -> dict[str, dict]:
    """Language -> {subject, text, status}.

    With `why` and `law`, an officer's for departing from the rules, the letter gives those
    and only then what the rules alone would have given. A result of a scheme that no council
    has adopted makes the letter begin by saying so.
    """
    filled, mark = {}, mark_in(results)
    for language in LANGUAGES:
        letter = definition.letter(name, language)
        tree = reasons_of_all(reasons[language])
        if why:
            tree = definition.letter("departure", language).filled({"why": why, "law": law, "reasons": tree})[
                1
            ]
        values = _values(case, body, today=today, results=results, language=language) | {"reasons": tree}
        subject, text = letter.filled(values)
        text = f"{mark[language]}\n\n{text}" if mark else text
        filled[language] = {"subject": subject, "text": text, "status": letter.status}
    return filled


def mark_in(results: Mapping[str, dict]) -> Mapping[str, str] | None:
    """The sentence, by language, that one of these results rests on a scheme that is not adopted; or None."""
    return next((result[NOT_ADOPTED] for result in results.values() if NOT_ADOPTED in result), None)


def _values(
    case: Case, body: Organisation, *, today: date, results: Mapping[str, dict], language: str
) -> dict[str, str]:
    amounts = {goal: _amount(result, language) for goal, result in results.items()}
    return amounts | {
        "name": case.known_as,
        "reference": case.reference,
        "organisation": body.name(language),
        "homepage": body.homepage,
        "date": write_date(to_number(today), language),
        "claimed_on": write_date(to_number(case.claimed_on), language),
    }


def _amount(result: Mapping, language: str) -> str:
    return (result.get("text") or result["not_covered"])[language]


def reasons_of_all(trees: Mapping[str, Mapping]) -> str:
    """The reasons of every goal. What an earlier one explained in full is named and not explained again."""
    told: set[str] = set()
    texts = []
    for goal, tree in trees.items():
        texts.append(reasons_as_text({**tree, "children": []} if goal in told else tree))
        told |= _names_in(tree)
    return "\n\n".join(texts)


def reasons_as_text(tree: Mapping, depth: int = 0) -> str:
    """The tree of reasons as lines of a letter: each step indented under what it explains."""
    said = ": ".join(part.rstrip(".") for part in (tree["wording"], tree.get("value_text")) if part)
    line = "  " * depth + "- " + said
    if tree.get("sentence"):
        line += f". {tree['sentence']}"
    if tree.get("law"):
        line += f" ({tree['law']})"
    return "\n".join([line, *(reasons_as_text(child, depth + 1) for child in tree.get("children", ()))])


def _names_in(tree: Mapping) -> set[str]:
    return {tree["name"]}.union(*(_names_in(child) for child in tree.get("children", ())))
