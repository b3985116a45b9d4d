"""Joan adds papers to her answers; they wait with them, go to the body that asked, and can be taken back."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from moothall.doors.frontdoor.interview import papers
from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.doors.frontdoor.tests.test_mine import BODIES, case_of, everything, has_sent
from moothall.doors.frontdoor.tests.test_save_and_come_back import saves
from moothall.doors.frontdoor.tests.test_sending import sent
from moothall.doors.kit.clock import now
from moothall.doors.kit.uploads import MOST_BYTES
from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Draft
from moothall.work.cases.models import Case
from moothall.work.evidence.actions.attach import MOST_PAPERS
from moothall.work.evidence.models import Attachment

APPLY = f"/apply/{SERVICE}"
PAPERS = f"{APPLY}/evidence"
PDF = b"%PDF-1.7 invented"


def file(name: str = "pension.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/html")


@pytest.fixture
def at_the_check(joan) -> Resident:
    return joan.reaches_the_estimate().applies()


def gives(joan: Resident, *files, paper: str = "pension_letters") -> Resident:
    return joan.sends(PAPERS, **{f"paper-{paper}": list(files)})


def kept() -> list[str]:
    with acting_for({"canterbury"}):
        return sorted(Attachment.objects.values_list("name", flat=True))


def test_she_is_asked_only_for_papers_about_what_she_said(at_the_check):
    joan = at_the_check.opens(PAPERS)
    assert "Letters about your pensions" in joan.words and "Your council tax bill" in joan.words
    assert "Pay slips" not in joan.words, "she does not work"
    assert "disability benefit" not in joan.words


def test_several_files_are_kept_shown_checked_and_removed(at_the_check):
    joan = gives(at_the_check, file(), file("page 2.jpg", b"\xff\xd8\xff\xe0 a photograph"))
    assert joan.path == PAPERS and joan.status == 200 and "page 2.jpg" in joan.words
    assert "pension.pdf" in joan.opens(f"{APPLY}/check").words
    joan.opens(PAPERS)
    first = re.search(r'name="attachment" value="([0-9a-f-]+)"', joan.page)[1]
    joan.sends(PAPERS, do="remove", attachment=first)
    assert kept() == ["page 2.jpg"]
    assert joan.sends(PAPERS, do="remove", attachment=first).status == 200, "pressed twice"
    assert joan.sends(PAPERS, do="remove", attachment="nonsense").status == 200
    assert kept() == ["page 2.jpg"]


def test_what_cannot_be_kept_is_named_and_the_others_are_kept(at_the_check):
    bad = (file("virus.pdf", b"MZ\x90"), file("nothing.pdf", b""), file("big.pdf", PDF.ljust(MOST_BYTES + 1)))
    joan = gives(at_the_check, *bad, file())
    assert joan.status == 422 and {anchor for anchor, _ in joan.problems} == {"paper-pension_letters"}
    said = " ".join(text for _, text in joan.problems)
    assert "virus.pdf is no PDF" in said and "nothing.pdf is empty" in said
    assert "big.pdf is bigger than 10 MB" in said
    assert kept() == ["pension.pdf"] and "pension.pdf" in joan.words


def test_no_file_at_all_is_asked_again(at_the_check):
    assert at_the_check.sends(PAPERS, other="1").problems[0][1] == "Choose a file first"


def test_far_too_much_at_once_is_refused_before_it_is_read_and_nothing_is_lost(at_the_check):
    gives(at_the_check, file())
    joan = gives(at_the_check, *(file(f"{n}.pdf", PDF.ljust(MOST_BYTES)) for n in range(4)))
    assert joan.status == 413 and joan.heading == "Those are too many files to send at once"
    assert kept() == ["pension.pdf"]


def test_more_files_than_a_form_may_have_are_refused_as_calmly(at_the_check):
    joan = gives(at_the_check, *(file(f"{n}.pdf") for n in range(41)))
    assert joan.status == 413 and joan.heading == "Those are too many files to send at once"
    assert kept() == []


def test_more_than_are_kept_are_named_and_the_first_are_kept(at_the_check):
    joan = gives(at_the_check, *(file(f"{n:02}.pdf", PDF + bytes([n])) for n in range(MOST_PAPERS + 1)))
    assert joan.status == 422 and "Remove one to add 20.pdf" in joan.problems[0][1]
    assert len(kept()) == MOST_PAPERS


def test_going_on_keeps_what_was_chosen(at_the_check):
    joan = at_the_check.sends(PAPERS, do="go_on", **{"paper-savings": [file()]})
    assert joan.path == f"{APPLY}/check" and kept() == ["pension.pdf"]
    assert joan.sends(PAPERS, do="go_on").path == f"{APPLY}/check"
    joan = joan.sends(PAPERS, do="go_on", **{"paper-savings": [file("virus.pdf", b"MZ")]})
    assert joan.status == 422, "she is told of it before she goes on"


def test_stopping_keeps_what_was_chosen(at_the_check):
    joan = at_the_check.sends(PAPERS, do="later", **{"paper-savings": [file()]})
    assert joan.path == f"{APPLY}/save" and kept() == ["pension.pdf"]


def test_one_address_cannot_fill_the_disk(at_the_check, monkeypatch):
    monkeypatch.setattr(papers, "FILES_FROM_ONE", 2)
    joan = gives(at_the_check, *(file(f"{n}.pdf", PDF + bytes([n])) for n in range(3)))
    assert joan.status == 429 and len(kept()) == 2


def test_no_other_page_takes_files(at_the_check):
    big = at_the_check.sends(f"{APPLY}/savings", savings="1", other=file("big.pdf", PDF.ljust(2_000_000)))
    assert big.status == 413


def test_they_wait_with_her_answers_and_come_with_her_to_another_device(at_the_check):
    link = saves(gives(at_the_check, file()))
    elsewhere = Resident().sends(link, postcode="CT1 1AA")
    assert "pension.pdf" in elsewhere.words
    assert "pension.pdf" in elsewhere.opens(PAPERS).words


def test_after_sending_they_cannot_be_taken_back_and_stay_with_the_case(at_the_check):
    joan = gives(at_the_check, file()).opens(PAPERS)
    first = re.search(r'name="attachment" value="([0-9a-f-]+)"', joan.page)[1]
    joan.opens(f"{APPLY}/check").submits()
    assert joan.sends(PAPERS, do="remove", attachment=first).path == f"{APPLY}/done"
    with acting_for({"canterbury"}):
        Draft.objects.update(expires_at=now())
    while run_due(now().replace(year=now().year + 1)):
        pass
    assert kept() == ["pension.pdf"]


def test_what_was_never_sent_is_deleted_with_the_answers(at_the_check):
    gives(at_the_check, file())
    with acting_for({"canterbury"}):
        Draft.objects.update(expires_at=now())
    while run_due(now().replace(year=now().year + 1)):
        pass
    assert kept() == []


def attachment_of(reference: str) -> str:
    with acting_for({"canterbury"}):
        case = Case.objects.get(reference=reference)
        return f"/mine/held/{reference}/evidence/{Attachment.objects.get(telling=case.submission).pk}"


def test_she_finds_them_with_what_is_held_and_in_her_copy(at_the_check):
    reference = sent(gives(at_the_check, file("my letter.pdf")).opens(f"{APPLY}/check").submits())[0]
    held = at_the_check.opens(f"/mine/held/{reference}")
    assert "Letters about your pensions: my letter.pdf" in held.words
    assert attachment_of(reference) in held.page
    assert "my letter.pdf" in held.opens("/mine/copy").words
    saved = held.client.get(attachment_of(reference))
    assert saved.content == PDF and saved["Content-Type"] == "application/pdf"
    assert saved["Content-Disposition"] == f'attachment; filename="{reference}-1.pdf"'
    assert saved["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    cases = {case["body"]["key"]: case for case in everything(held)["cases"]}
    [paper] = cases["canterbury"]["papers"]
    assert b64decode(paper["content"]) == PDF and paper["sha256"] == sha256(PDF).hexdigest()
    assert cases["kent"]["papers"] == [], "it went to the body that asked, and to no other"
    assert "a paper that you gave" not in held.opens(f"/mine/held/{reference}").words, "she read it herself"


def test_a_stranger_saves_none_of_them_and_nor_does_another_case_of_hers(at_the_check):
    reference = sent(gives(at_the_check, file()).opens(f"{APPLY}/check").submits())[0]
    address = attachment_of(reference)
    assert Resident().opens(address).path == "/case"
    gwen = Resident()
    own = has_sent(gwen)
    assert gwen.opens(address.replace(reference, own)).path == f"/mine/held/{own}"
    with acting_for(BODIES):
        kents = Case.objects.get(submission=case_of(reference).submission, organisation="kent")
    assert at_the_check.opens(address.replace(reference, kents.reference)).path.endswith(kents.reference)


def test_a_stranger_neither_sees_nor_adds_nor_removes(at_the_check):
    joan = gives(at_the_check, file()).opens(PAPERS)
    first = re.search(r'name="attachment" value="([0-9a-f-]+)"', joan.page)[1]
    assert Resident().opens(PAPERS).status == 403
    assert gives(Resident(), file("planted.pdf")).status == 403
    gwen = Resident().reaches_the_estimate().applies()
    gwen.sends(PAPERS, do="remove", attachment=first)
    assert kept() == ["pension.pdf"]
    assert "pension.pdf" not in gwen.opens(PAPERS).words


def test_a_name_cannot_write_into_the_page(at_the_check):
    joan = gives(at_the_check, file("<script>alert(1)<b>.pdf"))
    assert "<script>alert" not in joan.page and "&lt;script&gt;" in joan.page
