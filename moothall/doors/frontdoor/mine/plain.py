"""One case as JSON holds it: what her pages show, with the codes beside the words."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime

from moothall.doors.frontdoor.mine.known import kept_for
from moothall.doors.frontdoor.mine.looked import looked_at
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.engines.facts import Vocabulary, write_plain
from moothall.ground.subjects.models import Fact
from moothall.work.applications.models import Promise
from moothall.work.cases.corrections import corrections_in
from moothall.work.cases.hers import statements_for_her
from moothall.work.cases.models import Case, Correction, Decision, Review
from moothall.work.cases.papers import CasePaper
from moothall.work.notices.models import Notice
from moothall.work.notices.queries import told_about

# The parts of a case in the file; each has a sentence in the messages that says what it means.
PARTS = (
    "body",
    "service",
    "reference",
    "status",
    "asked_on",
    "closed_at",
    "purpose",
    "law",
    "kept_for",
    "facts",
    "corrections",
    "not_yours",
    "looked",
    "decisions",
    "reviews",
    "letters",
    "papers",  # written one at a time, so that no more than one file is held in memory
    "promises",  # beside the cases, because there is no case of them here
)


def what_the_parts_mean() -> dict[str, str]:
    """Part -> one sentence in the reader's language."""
    return {part: t(f"frontdoor.copy.means.{part}") for part in PARTS}


def case_in_plain(case: Case) -> dict[str, object]:
    """The case with all that whoever holds its key may read, but for its papers. Instants are UTC."""
    language, definition = current_language(), case.edition.definition
    hers, period = statements_for_her(case), kept_for(case)
    return {
        "body": {"key": case.organisation_id, "name": case.organisation.name(language)},
        "service": {"key": case.service, "name": in_language_of(case.edition.card["name"], language)},
        "reference": case.reference,
        "status": case.status,
        "asked_on": _when(case.claimed_on),
        "closed_at": _when(case.closed_at),
        "purpose": in_language_of(definition.service["purpose"], language),
        "law": definition.service["legal_basis"],
        "kept_for": {"words": period.text, "confirmed": period.checked} if period else None,
        "facts": [_fact(one, definition.vocabulary) for one in hers.statements],
        "corrections": [_correction(one) for one in corrections_in(case)],
        "not_yours": hers.kept_back,
        "looked": [
            {"who": one.who, "what": one.what, "on" if one.of_day else "at": _when(one.at)}
            for one in looked_at(case)
        ],
        "decisions": [_decision(one) for one in case.decisions.order_by("decided_at")],
        "reviews": [_review(one) for one in case.reviews.order_by("asked_at")],
        "letters": [_letter(one) for one in told_about([case.pk])],
    }


def promise_in_plain(promise: Promise) -> dict[str, object]:
    """What a body promised elsewhere, how that stands, and what is still kept here to be told to it."""
    body = promise.to or promise.organisation
    return {
        "body": {"key": body.pk, "name": body.name(current_language())},
        "service": promise.service,
        "reference": promise.said_reference or None,
        "status": promise.status,
        "made_at": _when(promise.made_at),
        "due_on": _when(promise.due_on),
        "kept_at": _when(promise.kept_at),
        "refused_at": _when(promise.refused_at),
        "said_status": promise.said_status or None,
        "said_at": _when(promise.said_at),
        "facts": promise.facts if promise.to else {},  # a body of this node holds them in its own case
    }


def paper_in_plain(paper: CasePaper) -> dict[str, object]:
    """One file that she gave, with its bytes."""
    file = paper.file
    return {
        "supports": paper.called[current_language()],
        "name": file.name,
        "kind": file.kind,
        "bytes": file.size,
        "sha256": file.digest,
        "given_at": _when(file.added_at),
        "content": b64encode(bytes(file.content)).decode(),
    }


def _fact(one: Fact, vocabulary: Vocabulary) -> dict[str, object]:
    language = current_language()
    return {
        "name": one.name,
        "label": vocabulary[one.name].words(language).label if one.name in vocabulary else one.name,
        "about": one.subject.place,
        "value": one.value,
        "words": write_plain(vocabulary, one.name, one.value, language),
        "provenance": one.provenance,
        "said_by": one.said_by if one.provenance != "observed" else "officer",
        "channel": one.channel,
        "purpose": one.purpose,
        "true_from": _when(one.true_from),
        "true_until": _when(one.true_until),
        "known_from": _when(one.known_from),
        "known_until": _when(one.known_until),
    }


def _correction(one: Correction) -> dict[str, object]:
    return {
        "name": one.of.name,
        "held": one.of.value,
        "right": one.value,
        "why": one.why,
        "asked_at": _when(one.asked_at),
        "due_on": _when(one.due_on),
        "status": one.status,
        "answered_at": _when(one.answered_at),
        "answer": one.answer,
    }


def _decision(one: Decision) -> dict[str, object]:
    language = current_language()
    return {
        "outcome": one.outcome,
        "decided_on": _when(one.decided_on),
        "about": _when(one.about),
        "results": one.results,
        "reasons": one.reasons[language],
        "law": one.law,
        "edition": one.edition_hash,
    }


def _review(one: Review) -> dict[str, object]:
    return {
        "asked_at": _when(one.asked_at),
        "why": one.why,
        "due_on": _when(one.due_on),
        "answered_at": _when(one.answered_at),
    }


def _letter(one: Notice) -> dict[str, object]:
    return {
        "kind": one.kind,
        "language": one.language,
        "subject": one.subject_line,
        "text": one.text,
        "written_at": _when(one.queued_at),
        "sent_at": _when(one.sent_at),
    }


def _when(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
