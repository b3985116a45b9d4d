"""Sets the stage for the proof of the walls, and later says what became of it. Both write one JSON object.

`python -m tests.proof.walls_stage` makes three residents' claims on a server's own data, decides two of them,
and puts each owner's canary into a row of every kind. `... rows` tells each row's fingerprint and canaries.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator

import django

django.setup()

from django.db.models import BinaryField, Model  # noqa: E402
from django.forms.models import model_to_dict  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.utils import timezone  # noqa: E402

from moothall.doors.frontdoor.cookies import Interview, remember_interview  # noqa: E402
from moothall.ground.due_work.models import Work  # noqa: E402
from moothall.ground.organisations.acting import acting_for  # noqa: E402
from moothall.ground.organisations.models import BelongsToOrganisation, Organisation  # noqa: E402
from moothall.ground.people.demonstration import demo_secret, demo_sign_ins  # noqa: E402
from moothall.ground.places.queries import who_serves  # noqa: E402
from moothall.ground.record.models import Entry, Erasure, Payload  # noqa: E402
from moothall.ground.subjects.models import Fact  # noqa: E402
from moothall.work.applications.actions import save_draft  # noqa: E402
from moothall.work.applications.actions.give_papers import give_paper  # noqa: E402
from moothall.work.applications.models import Application, DraftLink, Promise  # noqa: E402
from moothall.work.applications.recipients import reached_by  # noqa: E402
from moothall.work.applications.saved_link import token_of  # noqa: E402
from moothall.work.cases.actions import Departure, ask_for_correction, ask_for_review, decide  # noqa: E402
from moothall.work.cases.models import Case, Correction, Task  # noqa: E402
from moothall.work.evidence.actions import Given  # noqa: E402
from moothall.work.evidence.models import Attachment  # noqa: E402
from moothall.work.notices.models import Notice, Printed  # noqa: E402
from tests.kit import claims, moves  # noqa: E402
from tests.proof.canaries import OF_BODY, canary, found_in  # noqa: E402

# owner -> postcode, and whether the county is to be told.
CLAIMS = {"canterbury": ("CT11AA", "no"), "thanet": ("CT91FE", "no"), "shared": ("CT11AA", "yes")}
# Told of a move that the old council is told of as well. Its resident says no canary, and the rows of each
# hold its own, so that neither may show a word of the other's.
LANDLORD = "southern_housing"
# What the worker loop writes at any moment, and no visitor.
MOVING = {
    Work: {"attempts", "lease", "leased_until", "problem", "done_at", "given_up_at"},
    Notice: {"status", "sent_at"},
    # Whoever tries a postcode at a link is counted there, and that is all a stranger does to it.
    DraftLink: {"wrong_tries"},
}


def main(argv: list[str]) -> int:
    print(json.dumps(_rows() if argv else _stage()))
    return 0


def _stage() -> dict[str, object]:
    sent = {owner: _claim(owner, *how) for owner, how in CLAIMS.items()}
    for owner in ("canterbury", "thanet"):
        _decide_and_ask_again(sent[owner], owner)
    for owner, application in sent.items():
        _ask_for_a_correction(application, owner)
    sent[LANDLORD] = _move_out()
    _mark_what_no_answer_marks(sent)
    links = {owner: _kept_for_later(owner, postcode) for owner, (postcode, _) in CLAIMS.items()}
    return {
        "residents": {owner: _resident(owner, sent[owner]) for owner in CLAIMS},
        "officers": [
            {
                "name": f"{one.organisation}-{one.role}",
                "email": one.email,
                "password": one.password,
                "secret": demo_secret(one.email),
                "may_see": sorted(OF_BODY[one.organisation]),
            }
            for one in demo_sign_ins()
        ],
        "ids": [*_ids(sent), *(_id("token", token, owner) for owner, token in links.items())],
    }


def _claim(owner: str, postcode: str, county: str) -> Application:
    said = {
        "full_name": f"Joan {canary(owner)}",
        "email": f"joan@{canary(owner).lower()}.example",
        "address_line_1": f"4 {canary(owner)} Row",
        "bus_pass_wanted": county,
        "postcode": postcode,
    }
    with acting_for(one.organisation.key for one in who_serves(postcode, on=claims.TODAY)):
        draft = claims.answered(claims.begun(postcode=postcode, now=timezone.now()), said=said)
        scan = Given(f"{canary(owner)}.pdf", b"%PDF-1.7 " + canary(owner).encode())
        give_paper(draft.id, paper="savings", given=scan, now=timezone.now())
        return claims.send(draft.id, key=str(draft.id), now=timezone.now())


def _move_out() -> Application:
    """A move out of a home of the landlord, of which the council of the home is told too, and nobody else."""
    said = {"bins_wanted": "no", "bus_pass_held": "no"}
    draft, _ = moves.answered(moves.begun(arriving=moves.ELSEWHERE, now=timezone.now()), said=said)
    with acting_for(reached_by(draft)):
        return claims.send(draft.id, key=str(draft.id), now=timezone.now())


def _kept_for_later(owner: str, postcode: str) -> str:
    """An interview that was not sent, and what stands in the address of its mailed link."""
    with acting_for(one.organisation.key for one in who_serves(postcode, on=claims.TODAY)):
        draft = claims.begun(postcode=postcode, now=timezone.now())
        mailed_to = f"joan@{canary(owner).lower()}.example"
        link = save_draft(draft.id, send_to=mailed_to, language="en", now=timezone.now())
        draft.refresh_from_db()
        draft.answers["household"]["address_line_1"] = canary(owner)
        draft.save(update_fields=["answers"])
        return token_of(link)


def _decide_and_ask_again(application: Application, organisation: str) -> None:
    moment = {"today": claims.TODAY, "now": timezone.now()}
    with acting_for({organisation}):
        case = Case.objects.get(reference=application.reference)
        departure = Departure(
            outcome="no_award", results={}, why=f"{canary(organisation)} moved.", law="LGFA 1992 s 6"
        )
        decide(
            case.id,
            actor=claims.an_officer(organisation),
            revision=case.revision,
            departure=departure,
            **moment,
        )
        resident = claims.the_resident(application)
        ask_for_review(case.id, actor=resident, why=f"{canary(organisation)} asks.", channel="web", **moment)


def _ask_for_a_correction(application: Application, owner: str) -> None:
    """Asked of every body that was told of it; the county's is the shared claimant's."""
    with acting_for({told["organisation"] for told in application.told}):
        case = Case.objects.get(reference=application.reference)
        ask_for_correction(
            case.id,
            Fact.objects.get(case=case.id, name="address_line_1").pk,
            actor=claims.the_resident(application),
            value=f"5 {canary(owner)} Row",
            why=f"{canary(owner)} moved next door.",
            channel="web",
            today=claims.TODAY,
            now=timezone.now(),
        )


def _mark_what_no_answer_marks(sent: dict[str, Application]) -> None:
    """Rows that hold no words of the resident get their owner's word from us."""
    owned = [
        ("canterbury", sent["canterbury"]),
        ("thanet", sent["thanet"]),
        ("kent", sent["shared"]),
        ("canterbury", sent[LANDLORD]),
        (LANDLORD, sent[LANDLORD]),
    ]
    for owner, application in owned:
        with acting_for({owner}):
            case = Case.objects.get(submission=application.draft_id, organisation_id=owner)
            word = {"en": canary(owner), "cy": canary(owner)}
            Case.objects.filter(id=case.id).update(known_as=canary(owner))
            Task.objects.filter(case=case).update(names=word)
            Work.objects.filter(key__startswith=str(case.id)).update(problem=canary(owner))
            for notice in Notice.objects.filter(about=case.id):
                _on_paper(notice, owner)
            Promise.objects.filter(case=case.id).update(
                facts={"family1/claimant": {"full_name": canary(owner)}}
            )


def _on_paper(notice: Notice, owner: str) -> None:
    """The paper of a letter is packed, so that a word in it cannot be seen: this one is plain."""
    Printed.objects.update_or_create(
        notice=notice,
        defaults={
            "organisation_id": notice.organisation_id,
            "pdf": f"%PDF-1.7 {canary(owner)}".encode(),
            "digest": "0" * 64,
            "pages": 1,
            "made_at": timezone.now(),
        },
    )


def _resident(owner: str, application: Application) -> dict[str, object]:
    mine = Interview(application.draft_id, application.organisation_id)
    answer = HttpResponse()
    remember_interview(answer, HttpRequest(), service=application.service, interview=mine)
    return {
        "cookies": {name: cookie.value for name, cookie in answer.cookies.items()},
        "may_see": ["shared", "kent"] if owner == "shared" else [owner],
        "reference": application.reference,
    }


def _ids(sent: dict[str, Application]) -> list[dict[str, str]]:
    """Every id and reference that an address could hold, with its owner."""
    found = []
    for owner, application in sent.items():
        begun = application.organisation_id if owner == LANDLORD else owner
        for told in application.told:
            whose = told["organisation"] if owner == LANDLORD or told["organisation"] == "kent" else owner
            found += [_id("reference", told["reference"], whose), _id("case", told["case"], whose)]
            with acting_for({told["organisation"]}):
                tasks = Task.objects.filter(case_id=told["case"]).values_list("id", flat=True)
                found += [_id("task", task, whose) for task in tasks]
                facts = Fact.objects.filter(case=told["case"], name="full_name").values_list("id", flat=True)
                found += [_id("fact", fact, whose) for fact in facts]
                asked = Correction.objects.filter(case_id=told["case"]).values_list("id", "asked")
                found += [_id("correction", one, whose) for pair in asked for one in pair]
                papers = Attachment.objects.filter(telling=application.draft_id).values_list("id", flat=True)
                found += [_id("attachment", paper, whose) for paper in papers]
                notices = Notice.objects.filter(about=told["case"]).values_list("id", flat=True)
                found += [_id("notice", notice, whose) for notice in notices]
        found += [_id("draft", application.draft_id, begun), _id("application", application.id, begun)]
    return found


def _id(what: str, value: object, owner: str) -> dict[str, str]:
    kind = what if what in ("reference", "token") else "uuid"
    return {"what": what, "kind": kind, "id": str(value), "owner": owner}


def _rows() -> dict[str, object]:
    """Each row that belongs to a body: whose it is, what it holds of whom, and its fingerprint."""
    return {"rows": [row for body in Organisation.objects.values_list("key", flat=True) for row in _of(body)]}


def _of(body: str) -> Iterator[dict[str, object]]:
    with acting_for({body}):
        for model in sorted(BelongsToOrganisation.__subclasses__(), key=lambda one: one.__name__):
            yield from _rows_of(model, body)
        # The record lies beneath the organisations, so its rows hold a key and are not scoped by it.
        for model in (Entry, Payload, Erasure):
            yield from _rows_of(model, body, organisation=body)


def _rows_of(model: type[Model], body: str, **of_body: str) -> Iterator[dict[str, object]]:
    for row in model.objects.filter(**of_body).order_by("pk"):
        values = model_to_dict(row) | _bytes_of(row) | {"pk": row.pk}
        still = {name: value for name, value in values.items() if name not in MOVING.get(model, ())}
        yield {
            "model": model.__name__,
            "body": body,
            "pk": str(row.pk),
            "holds": sorted(found_in(_text(values))),
            "fingerprint": hashlib.sha256(_text(still).encode()).hexdigest(),
        }


def _bytes_of(row: Model) -> dict[str, str]:
    """What a row keeps as bytes (a letter on paper), readable enough to find a word in it."""
    fields = [field.name for field in row._meta.fields if isinstance(field, BinaryField)]
    return {name: bytes(getattr(row, name)).decode("latin-1") for name in fields}


def _text(values: dict) -> str:
    return json.dumps(values, default=str, sort_keys=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
