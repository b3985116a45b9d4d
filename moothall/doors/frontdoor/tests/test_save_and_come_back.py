"""Joan stops in the middle and goes on elsewhere: by a mailed link, or by a reference and key on paper."""

import re
from datetime import UTC, datetime

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.doors.kit.clock import now
from moothall.ground.catalogue.models import Edition
from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.work.applications.models import Application, Draft, DraftLink
from moothall.work.cases.models import Case
from moothall.work.notices.models import Notice

APPLY = f"/apply/{SERVICE}"
MAIL = "joan.whitlock@example.org"
HERE = "Your answers are here, as you left them"


def saves(joan: Resident, email: str = MAIL) -> str:
    """Saves from the page that she is on, and gives the path of the link that was mailed, or nothing."""
    joan.sends(f"{APPLY}/save", email=email)
    assert joan.heading == "Your answers are saved", joan.problems
    with acting_for({"canterbury"}):
        newest = Notice.objects.filter(kind__startswith="draft.saved").order_by("-queued_at").first()
    return re.search(r"/continue/\S+", newest.text)[0] if newest and email else ""


def paper(joan: Resident) -> dict[str, str]:
    reference = re.search(r"CAN-[0-9A-Z]{4}-[0-9A-Z]{4}", joan.page)[0]
    return {"reference": reference, "key": re.search(r"\b\w{4}-\w{4}-\w{4}\b", joan.words)[0]}


def test_on_every_screen_she_can_stop_and_what_she_typed_there_is_kept(joan):
    joan.begins().answers_until("/savings")
    assert "Save and come back later" in joan.words
    joan.answers(savings="£4,321", do="later")
    assert joan.path == f"{APPLY}/save" and "Saving does not send them to anybody" in joan.words
    assert "£4,321" not in joan.words
    assert joan.opens(f"{APPLY}/savings").typed("savings") == "4321"


def test_she_can_stop_before_she_has_answered_a_screen_at_all(joan):
    joan.begins()
    joan.sends(joan.path, person="claimant", do="later")
    assert joan.path == f"{APPLY}/save"
    joan.opens(f"{APPLY}/who-lives-here").answers_until("/savings")
    assert joan.sends(joan.path, savings="", do="later").path == f"{APPLY}/save"


def test_what_cannot_be_read_is_shown_again_and_she_can_stop_without_it(joan):
    joan.begins().answers_until("/savings")
    joan.answers(savings="lots", do="later")
    assert joan.status == 422 and joan.typed("savings") == "lots"
    assert "Save without the answers on this page" in joan.words


def test_the_mailed_link_opens_the_same_interview_on_another_device_with_her_postcode(joan):
    link = saves(joan.begins().answers_until("/savings"))
    elsewhere = Resident().opens(link)
    assert elsewhere.heading == "Go on with your answers" and "Council tax reduction" in elsewhere.words
    elsewhere.sends(link, postcode="ct1 1aa")
    assert elsewhere.path == f"{APPLY}/savings?continued=1" and HERE in elsewhere.words
    # The other device knows where she lives, too.
    assert elsewhere.opens("/your-area").heading != ""
    assert elsewhere.path == "/your-area"


def test_two_devices_have_one_draft_and_nothing_is_lost(joan):
    link = saves(joan.begins().answers_until("/savings"))
    elsewhere = Resident().sends(link, postcode="CT1 1AA")
    elsewhere.answers(savings="£9,000")
    joan.opens(f"{APPLY}/pension-credit").answers(pension_credit="none")
    assert joan.opens(f"{APPLY}/savings").typed("savings") == "9000"
    joan.answers(savings="£8,000")  # of the same screen the later answer wins
    assert elsewhere.opens(f"{APPLY}/savings").typed("savings") == "8000"
    with acting_for({"canterbury"}):
        assert Draft.objects.count() == 1


def test_two_devices_press_send_and_it_is_one_application(joan):
    joan.reaches_the_estimate().applies()
    elsewhere = Resident().sends(saves(joan), postcode="CT1 1AA")
    assert elsewhere.path == f"{APPLY}/check?continued=1" and HERE in elsewhere.words
    joan.opens(f"{APPLY}/check").submits()
    elsewhere.submits()
    references = {re.search(r"CAN-\w{4}-\w{4}", one.page)[0] for one in (joan, elsewhere)}
    assert joan.heading == elsewhere.heading == "Application sent" and len(references) == 1
    with acting_for({"canterbury", "kent"}):
        assert Application.objects.count() == 1 and Case.objects.count() == 2
    assert elsewhere.opens(f"{APPLY}/savings").path == f"{APPLY}/done"


def test_a_link_works_again_until_it_is_sent_and_looking_at_it_uses_nothing_up(joan):
    link = saves(joan.begins().answers_until("/savings"))
    for _ in range(15):  # a mail program that looks at every link
        assert Resident().opens(link).status == 200
    for _ in range(3):
        assert HERE in Resident().sends(link, postcode="CT1 1AA").words
    joan.opens(f"{APPLY}/savings").answers_until("/estimate").applies().submits()
    late = Resident().opens(link)
    assert late.status == 410 and late.heading == "These answers have been sent"
    assert Resident().sends(link, postcode="CT1 1AA").status == 410
    assert "CAN-" not in late.words and "Whitlock" not in late.words


def test_a_forwarded_link_opens_nothing_without_her_postcode(joan):
    link = saves(joan.begins().answers_until("/savings"))
    stranger = Resident().opens(link)
    assert "CT1" not in stranger.page and MAIL not in stranger.page and "1950" not in stranger.page
    stranger.sends(link, postcode="CT9 1FE")
    assert stranger.status == 422 and stranger.problems[0][0] == "postcode"
    assert stranger.opens(f"{APPLY}/savings").status == 403
    assert stranger.opens(f"{APPLY}/saved").status == 403


def test_postcodes_cannot_be_guessed_for_long_and_she_gets_a_new_link(joan, settings):
    link = saves(joan.begins().answers_until("/savings"))
    assert Resident().sends(link, postcode="CT").status == 422  # no postcode at all is no guess
    for _ in range(10):
        assert Resident().sends(link, postcode="CT9 1FE").status == 422
    closed = Resident().sends(link, postcode="CT1 1AA")
    assert closed.status == 410 and closed.heading == "This link has been closed"
    again = saves(joan)
    assert again != link and HERE in Resident().sends(again, postcode="CT1 1AA").words


def test_a_right_postcode_after_wrong_ones_counts_afresh(joan):
    link = saves(joan.begins().answers_until("/savings"))
    for typed in ["CT9 1FE"] * 9 + ["CT1 1AA"] + ["CT9 1FE"] * 9:
        Resident().sends(link, postcode=typed)
    assert HERE in Resident().sends(link, postcode="CT1 1AA").words


def test_saved_for_another_address_the_first_link_is_over(joan):
    first = saves(joan.begins().answers_until("/savings"), "jaon@example.org")
    second = saves(joan)
    over = Resident().opens(first)
    assert over.status == 410 and over.heading == "A newer link took the place of this one"
    assert Resident().opens(second).status == 200
    assert saves(joan) == second, "the same address is sent the same link"
    with acting_for({"canterbury"}):
        assert not Notice.objects.filter(send_to="jaon@example.org").exists()


def test_an_expired_link_says_so_and_what_to_do(joan, settings):
    settings.TODAY = "2026-11-23"
    link = saves(joan.begins().answers_until("/savings"))
    assert "21 December 2026" in joan.words
    settings.TODAY = "2026-12-22"
    for forgotten in (False, True):
        over = Resident().opens(link)
        assert over.status == 410 and over.heading == "The time for this link is over", forgotten
        assert "have been deleted" in over.words and "Begin again" in over.words
        assert Resident().sends(link, postcode="CT1 1AA").status == 410
        run_due(now())
    with acting_for({"canterbury"}):
        assert not (Draft.objects.exists() or DraftLink.objects.exists() or Notice.objects.exists())


def test_a_draft_of_last_years_edition_goes_on_with_its_questions_and_says_what_changed(joan, settings):
    settings.TODAY = "2027-03-29"
    link = saves(joan.begins().answers_until("/savings"))
    settings.TODAY = "2027-04-02"
    with acting_for({"canterbury"}):
        pinned = Draft.objects.get().edition
    assert Resident().opens(link).status == 200
    _publish_next_year(pinned)
    elsewhere = Resident().sends(link, postcode="CT1 1AA")
    assert elsewhere.path == f"{APPLY}/savings?continued=1"
    elsewhere.answers_until("/estimate")
    assert "Amounts or rules changed on 1 April 2027" in elsewhere.words and "£" in elsewhere.words
    assert "Amounts or rules changed" in elsewhere.applies().words
    with acting_for({"canterbury"}):
        assert Draft.objects.get().edition == pinned
    assert elsewhere.submits().heading == "Application sent"
    with acting_for({"canterbury"}):
        assert Case.objects.get().edition != pinned, "the council decides by what is in force"


def _publish_next_year(edition: Edition) -> None:
    """An edition in which this year's figures go on: what next year's will be, nobody knows yet."""
    files = {path: text.replace("yearly: true", "yearly: false") for path, text in edition.files.items()}
    Edition.objects.create(
        organisation_id=edition.organisation_id,
        service=edition.service,
        content_hash="f" * 64,
        files=files,
        card=edition.card,
        approved_by="A test",
        why="A year has begun",
        published_at=datetime(2027, 4, 1, 9, tzinfo=UTC),
    )


def test_a_link_with_a_changed_letter_is_no_link(joan):
    link = saves(joan.begins().answers_until("/savings"))
    for wrong in (link[:-1], link + "x", link.replace("canterbury", "thanet"), "/continue/nonsense"):
        assert Resident().opens(wrong).status == 404, wrong
        assert Resident().sends(wrong, postcode="CT1 1AA").status == 404


def test_with_pen_and_paper_the_reference_the_key_and_the_postcode_open_it(joan):
    joan.begins().answers_until("/savings")
    saves(joan, "")
    known = paper(joan)
    with acting_for({"canterbury"}):
        assert not Notice.objects.exists()
    for part, wrong in (("reference", "CAN-0000-0000"), ("key", "AAAA-BBBB-CCCC"), ("postcode", "CT9 1FE")):
        stranger = Resident().sends("/continue", **(known | {"postcode": "CT1 1AA", part: wrong}))
        assert stranger.status == 422 and "do not go together" in stranger.problems[0][1]
    typed = {"reference": known["reference"].lower(), "key": known["key"].replace("-", " ")}
    assert HERE in Resident().sends("/continue", **typed, postcode="CT1 1AA").words


def test_keys_of_saved_answers_cannot_be_guessed_for_long():
    typed = {"reference": "CAN-0000-0000", "postcode": "CT1 1AA"}
    statuses = [Resident().sends("/continue", **typed, key=str(n)).status for n in range(11)]
    assert statuses == [422] * 10 + [429]


def test_the_key_of_saved_answers_opens_no_case_and_the_key_of_a_case_no_answers(joan):
    joan.begins().answers_until("/savings")
    saves(joan, "")
    known = paper(joan)
    assert Resident().sends("/case", **known).status == 422
    joan.opens(f"{APPLY}/savings").answers_until("/estimate").applies().submits()
    of_case = paper(joan)
    assert Resident().sends("/continue", **of_case, postcode="CT1 1AA").status == 422


def test_an_address_that_is_none_is_asked_again_and_nothing_is_mailed(joan):
    joan.begins().answers_until("/savings").sends(f"{APPLY}/save", email="at home")
    assert joan.status == 422 and joan.problems[0][0] == "email" and joan.typed("email") == "at home"
    with acting_for({"canterbury"}):
        assert not DraftLink.objects.exists() and not Notice.objects.exists()


def test_nobodys_letter_box_is_filled(joan):
    joan.begins().answers_until("/savings")
    statuses = [joan.sends(f"{APPLY}/save", email=MAIL).status for _ in range(6)]
    assert statuses == [200] * 5 + [429] and "too many times" in joan.heading
    assert joan.sends(f"{APPLY}/save", email="").status == 200


def test_she_reads_the_mail_in_the_outbox_and_nobody_else_does(joan):
    link = saves(joan.begins().answers_until("/savings"))
    run_due(now())
    outbox = Resident(client=joan.client).opens("/demonstration/outbox")
    assert "Your answers are kept: Council tax reduction" in outbox.words
    assert f'href="{link}"' in outbox.page
    assert "Your answers are kept" not in Resident().opens("/demonstration/outbox").words


def test_another_interview_begun_here_is_not_put_aside_unsaid(joan):
    link = saves(joan.begins().answers_until("/savings"))
    elsewhere = Resident().begins()
    assert "You have begun the same in this browser" in elsewhere.opens(link).words
    assert "You have begun the same" not in joan.opens(link).words


def test_a_stranger_saves_nothing_of_hers(joan):
    joan.begins().answers_until("/savings")
    for path in ("save", "saved"):
        assert Resident().opens(f"{APPLY}/{path}").status == 403
    assert Resident().sends(f"{APPLY}/save", email=MAIL).status == 403


@pytest.mark.parametrize("page", ["estimate", "check"])
def test_she_can_stop_at_the_estimate_and_before_sending(joan, page):
    joan.reaches_the_estimate()
    if page == "check":
        joan.applies()
    assert f'href="{APPLY}/save"' in joan.page
    assert "Go on now" in joan.opens(f"{APPLY}/save").words
