"""An interview kept for later: its one link, its reminder, and the end of both."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from moothall.ground.due_work import run_due
from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.queries import who_serves
from moothall.ground.record.models import Entry
from moothall.work.applications.actions import TriedTooOften, continue_draft, save_draft, start_draft
from moothall.work.applications.actions.save_draft import MOST_WRONG
from moothall.work.applications.mails import mail_about
from moothall.work.applications.models import Draft, DraftLink
from moothall.work.applications.queries import AlreadySent, DraftGone
from moothall.work.applications.saved_link import NotALink, address_of, read_token, token_of
from moothall.work.notices.models import Notice, Printed
from tests.kit import claims

JOANS = "joan.whitlock@example.org"
LAST_DAYS = claims.NOW + timedelta(days=25, minutes=1)
OVER = claims.NOW + timedelta(days=28)


@pytest.fixture(autouse=True)
def stage(db):
    claims.set_the_stage()
    with acting_for({"canterbury", "thanet", "dover", "kent", "cardiff", "glasgow", "southern_housing"}):
        yield


def saved(draft: Draft, send_to: str = JOANS, language: str = "en") -> DraftLink:
    return save_draft(draft.id, send_to=send_to, language=language, now=claims.NOW)


def kinds() -> list[str]:
    return sorted(Notice.objects.values_list("kind", flat=True))


def test_the_mail_says_where_until_when_and_nothing_that_she_said():
    link = saved(claims.answered(claims.begun()))
    mail = Notice.objects.get()
    assert mail.send_to == JOANS and address_of(link) in mail.text and link.reference in mail.text
    assert "21 December 2026, 10:30" in mail.text and "Canterbury City Council" in mail.text
    assert not any(said in mail.text for said in ("Joan", "CT1", "9,000", "1950"))


def test_it_is_mailed_and_not_printed():
    saved(claims.begun())
    while run_due(claims.NOW):
        pass
    assert Notice.objects.get().status == "sent" and not Printed.objects.exists()


def test_the_link_is_the_address_of_the_page_that_opens_it():
    link = saved(claims.begun())
    assert address_of(link).endswith(reverse("frontdoor_continue", args=[token_of(link)]))
    named = read_token(token_of(link))
    assert (named.link, named.organisation, named.until) == (link.id, "canterbury", link.draft.expires_at)


def test_a_link_of_another_body_cannot_be_made_from_hers():
    token = token_of(saved(claims.begun()))
    with pytest.raises(NotALink):
        read_token(token.replace("canterbury", "thanet"))


@pytest.mark.parametrize(("language", "says"), [("en", "deleted soon"), ("cy", "dileu yn fuan")])
def test_three_days_before_the_end_she_is_reminded_once(language, says):
    saved(claims.begun(), language=language)
    run_due(LAST_DAYS - timedelta(days=1))
    assert kinds() == ["draft.saved.1"]
    for _ in range(3):
        run_due(LAST_DAYS)
    assert kinds() == ["draft.reminder", "draft.saved.1"]
    reminder = Notice.objects.get(kind="draft.reminder")
    assert says in reminder.subject_line and "/continue/" in reminder.text


def test_nobody_is_reminded_of_what_was_sent_or_kept_on_paper():
    sent, on_paper = claims.answered(claims.begun()), claims.begun()
    saved(sent)
    saved(on_paper, send_to="")
    claims.send(sent.id, key="a-key")
    run_due(LAST_DAYS)
    assert "draft.reminder" not in kinds()


def test_an_estimate_is_kept_for_a_day_and_nobody_is_reminded_of_it():
    serving = who_serves("CT11AA", on=claims.TODAY)
    draft = start_draft(
        "what_could_i_get",
        organisation="canterbury",
        serving=serving,
        postcode="CT11AA",
        language="en",
        now=claims.NOW,
    )
    link = saved(draft)
    assert "24 November 2026, 10:30" in mail_about(link, "saved").text
    while run_due(claims.NOW + timedelta(days=2)):
        pass
    assert not (Draft.objects.exists() or DraftLink.objects.exists() or Notice.objects.exists())


def test_with_its_time_the_link_the_mails_and_the_address_are_over():
    link = saved(claims.begun())
    with pytest.raises(DraftGone):
        continue_draft(link.id, postcode="CT1 1AA", now=OVER)
    while run_due(OVER):
        pass
    assert not (Draft.objects.exists() or DraftLink.objects.exists() or Notice.objects.exists())


def test_of_one_that_was_sent_the_address_is_forgotten_in_time_too():
    draft = claims.answered(claims.begun())
    link = saved(draft)
    claims.send(draft.id, key="a-key")
    with pytest.raises(AlreadySent):
        continue_draft(link.id, postcode="CT1 1AA", now=claims.NOW)
    with pytest.raises(AlreadySent):
        saved(draft)
    while run_due(OVER):
        pass
    assert not Notice.objects.filter(about=link.id).exists() and not DraftLink.objects.exists()


def test_what_is_over_is_not_saved_again():
    with pytest.raises(DraftGone):
        save_draft(claims.begun().id, send_to="", language="en", now=OVER)


def test_wrong_postcodes_are_counted_until_the_link_is_closed():
    link = saved(claims.begun())
    for _ in range(MOST_WRONG):
        assert continue_draft(link.id, postcode="CT9 1FE", now=claims.NOW) is None
    with pytest.raises(TriedTooOften):
        continue_draft(link.id, postcode="CT1 1AA", now=claims.NOW)


def test_the_record_says_that_it_was_kept_and_not_by_whom():
    saved(claims.begun())
    [entry] = Entry.objects.filter(verb="application.saved")
    assert entry.details == {"mailed": True} and not entry.case


def test_another_body_finds_no_link_of_hers():
    link = saved(claims.begun())
    with acting_for({"thanet"}), pytest.raises(DraftGone):
        continue_draft(link.id, postcode="CT1 1AA", now=claims.NOW)
