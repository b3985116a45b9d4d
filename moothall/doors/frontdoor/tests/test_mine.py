"""Joan finds everything of hers in one list, sees what is held about her, and nobody else does."""

from __future__ import annotations

import json
import re

from moothall.doors.frontdoor.tests.resident import Resident
from moothall.doors.frontdoor.tests.test_sending import decided, sent
from moothall.doors.kit.clock import now
from moothall.ground.organisations.acting import acting_for
from moothall.ground.record import Happened, write
from moothall.ground.record.models import Entry
from moothall.ground.subjects.actions import Source, state_all, supersede
from moothall.ground.subjects.models import Fact, Subject
from moothall.work.applications.models import Promise
from moothall.work.cases.models import Case
from tests.kit import claims

BODIES = {"canterbury", "kent"}


def has_sent(resident: Resident) -> str:
    resident.reaches_the_estimate().applies().submits()
    return sent(resident)[0]


def case_of(reference: str) -> Case:
    return Case.objects.get(reference=reference)


def test_one_list_holds_what_every_body_does_and_by_when(joan):
    reference = has_sent(joan)
    joan.opens("/mine")
    assert "2 matters are open" in joan.words
    assert "Canterbury City Council: Decide the application" in joan.words and reference in joan.words
    assert "Kent County Council. You need do nothing" in joan.words
    with acting_for(BODIES):
        due = case_of(reference).due_on
    assert f"By {due.day} " in joan.words
    # No law sets the county a day, so none is made up.
    assert "No day is set for it." in joan.words


def test_what_is_late_is_shown_as_late(joan):
    reference = has_sent(joan)
    assert "Late" not in joan.opens("/mine").words
    with acting_for(BODIES):
        Case.objects.get(reference=reference).tasks.filter(role="officer").update(due_on="2020-01-01")
    assert "Late" in joan.opens("/mine").words


def test_a_promise_without_a_case_yet_is_in_the_list(joan):
    has_sent(joan)
    with acting_for(BODIES):
        Promise.objects.filter(organisation="kent").update(status="waiting", case=None)
        Case.objects.filter(organisation="kent").update(submission=claims.UUID(int=1))
    joan.opens("/mine")
    assert "It is being told. Your case is not open there yet" in joan.words


def test_without_anything_it_says_what_would_help_and_takes_a_key(joan):
    reference = has_sent(joan)
    key = sent(joan)[1]
    elsewhere = Resident().opens("/mine")
    assert "Nothing is open in this browser yet" in elsewhere.words and reference not in elsewhere.page
    assert elsewhere.sends("/case", then="mine", reference=reference, key="1111-2222-3333").status == 422
    elsewhere.sends("/case", then="mine", reference=reference, key=key)
    assert elsewhere.path == "/mine" and "2 matters" in elsewhere.words


def test_what_is_held_comes_with_who_said_it_for_what_and_how_long(joan):
    reference = has_sent(joan)
    joan.opens(f"/mine/held/{reference}")
    assert "£3,000" in joan.words and "Said by you, on this site" in joan.words
    assert "Worked out from your postcode" in joan.words
    assert "whether council tax is reduced" in joan.words
    assert "7 years after the end of the award" in joan.words and "Nobody has confirmed it yet" in joan.words
    assert "£221.20 a week" in joan.words


def test_another_body_holds_only_what_its_service_names(joan):
    has_sent(joan)
    with acting_for(BODIES):
        kents = Case.objects.get(organisation="kent").reference
    joan.opens(f"/mine/held/{kents}")
    assert "Joan Whitlock" in joan.words and "£3,000" not in joan.words


def test_she_sees_who_looked_by_role_and_never_by_name(joan):
    reference = has_sent(joan)
    with acting_for(BODIES):
        case = case_of(reference)
        officer = claims.an_officer("canterbury")
        common = {
            "organisation": "canterbury",
            "actor": officer,
            "channel": "desk",
            "at": now(),
            "subjects": [case.subject_id],
        }
        read = {"page": "letter", "roles": ["caseworker", "manager"]}
        write(Happened(verb="case.viewed", case=case.pk, details=read, **common))
        write(Happened(verb="case.listed", details={"cases": 1, "page": "team"}, **common))
    joan.opens(f"/case/{reference}").opens(f"/mine/held/{reference}")
    assert "A manager of Canterbury City Council: a letter to you" in joan.words
    assert "An officer of Canterbury City Council: a list of work" in joan.words
    # Her own readings are told together, so that a day that is not hers stands out.
    assert joan.words.count("You, or somebody with your key") == 1
    assert officer.id not in joan.page


def test_reading_the_list_and_what_is_held_are_entries_too(joan):
    reference = has_sent(joan)
    joan.opens("/mine").opens(f"/mine/held/{reference}")
    with acting_for(BODIES):
        listed = Entry.objects.filter(verb="case.listed", details__page="mine")
        assert {entry.organisation for entry in listed} == BODIES
        assert Entry.objects.filter(verb="case.viewed", details__page="held").count() == 1


def test_what_was_corrected_stays_to_be_seen_with_both_times(joan):
    reference = has_sent(joan)
    with acting_for(BODIES):
        savings = Fact.objects.get(case=case_of(reference).pk, name="savings")
        supersede(savings, "3100.00", source=_from_elsewhere("stated", said_by="resident"))
    joan.opens(f"/mine/held/{reference}")
    assert "£3,100" in joan.words and "What was held before" in joan.words
    assert re.search(r"£3,000 Said by you.* Held as right until", joan.words)


def a_partner_was_looked_up(reference: str) -> None:
    """Joan said her partner's name; the council learnt the rest elsewhere, and something about Joan too."""
    with acting_for(BODIES):
        case = case_of(reference)
        partner = Subject.objects.create(
            organisation_id="canterbury", kind="person", place="family1/partner", known_since=now()
        )
        stated = _from_elsewhere("stated", said_by="resident", case=case.pk)
        attested = _from_elsewhere("attested", said_by="kent", case=case.pk)
        state_all([(partner, "full_name", "Alun Whitlock")], source=stated)
        state_all([(partner, "disability_benefit", "pip_daily_living")], source=attested)
        state_all([(case.subject, "national_insurance_number", "QQ 12 34 56 C")], source=attested)


def test_what_a_body_learnt_elsewhere_of_another_person_is_that_persons(joan):
    reference = has_sent(joan)
    a_partner_was_looked_up(reference)
    for address in (f"/mine/held/{reference}", "/mine/copy"):
        joan.opens(address)
        assert "About Alun Whitlock" in joan.words
        assert "QQ 12 34 56 C" in joan.words and "Confirmed by Kent County Council" in joan.words
        assert "One thing more is held that came from elsewhere" in joan.words
        assert "pip_daily_living" not in joan.page and joan.page.count('__key">Disability benefit') == 1


def everything(resident: Resident) -> dict:
    """Her copy as a file, read as a machine would."""
    answer = resident.client.get("/mine/copy/file")
    assert answer.streaming and answer["Cache-Control"] == "private, no-store"
    assert "Whitlock" not in answer["Content-Disposition"]
    return json.loads(b"".join(answer.streaming_content))


def test_the_file_holds_what_every_body_holds_and_says_what_it_means(joan):
    reference = has_sent(joan)
    decided(reference)
    a_partner_was_looked_up(reference)
    copy = everything(joan)
    cases = {case["body"]["key"]: case for case in copy["cases"]}
    assert set(cases) == BODIES
    assert set(copy["note"]["parts"]) - {"promises"} == set(cases["kent"]) == set(cases["canterbury"])
    of_council = {fact["name"]: fact for fact in cases["canterbury"]["facts"]}
    assert of_council["savings"]["value"] == "3000.00" and of_council["savings"]["words"] == "£3,000"
    assert of_council["savings"]["provenance"] == "stated" and of_council["nation"]["said_by"] == "postcode"
    assert "savings" not in {fact["name"] for fact in cases["kent"]["facts"]}
    assert cases["canterbury"]["not_yours"] == {"family1/partner": 1}
    assert "pip_daily_living" not in json.dumps(copy)
    assert "Dear Joan Whitlock" in cases["canterbury"]["letters"][0]["text"]
    [decision] = cases["canterbury"]["decisions"]
    assert decision["outcome"] == "award" and decision["law"] and decision["reasons"]
    with acting_for(BODIES):
        assert Entry.objects.filter(verb="case.viewed", details__page="download").count() == 2


def test_the_file_is_in_her_language(joan):
    has_sent(joan)
    joan.opens("/language/cy?back=/mine")
    copy = everything(joan)
    assert copy["language"] == "cy" and "Llundain" in copy["note"]["says"]
    assert copy["cases"][0]["service"]["name"] in ("Gostyngiad treth gyngor", "Tocyn bws person hŷn")


def test_whoever_holds_nothing_gets_no_copy(joan):
    has_sent(joan)
    for address in ("/mine/copy", "/mine/copy/file"):
        assert Resident().opens(address).path == "/mine"
    joan.sends("/case", do="leave")
    assert joan.opens("/mine/copy/file").path == "/mine" and "Whitlock" not in joan.page


def _from_elsewhere(provenance: str, *, said_by: str, case=None) -> Source:
    return Source(
        said_by=said_by,
        channel="web",
        purpose="council_tax_reduction",
        true_from=claims.TODAY,
        now=now(),
        provenance=provenance,
        case=case,
    )


def test_a_stranger_finds_nothing_and_two_people_in_one_browser_nothing_of_each_other(joan):
    hers = has_sent(joan)
    assert Resident().opens(f"/mine/held/{hers}").path == "/case"
    joan.sends("/case", do="leave")
    gwen = Resident(client=joan.client)
    gwen.says["full_name"] = "Gwen Prosser"
    own = has_sent(gwen)
    gwen.opens("/mine")
    assert own in gwen.page and hers not in gwen.page and "2 matters" in gwen.words
    assert gwen.opens(f"/mine/held/{hers}").path == "/case"
    assert "Gwen Prosser" in gwen.opens(f"/mine/held/{own}").words


def test_it_is_all_there_in_welsh_and_after_a_decision(joan):
    reference = has_sent(joan)
    decided(reference)
    joan.client.cookies["moothall_language"] = "cy"
    joan.opens("/language/cy?back=/mine")
    assert joan.path == "/mine" and "Mae 2 o faterion" in joan.words
    joan.opens(f"/mine/held/{reference}")
    assert "diwedd y dyfarniad" in joan.words and "Dywedwyd gan chi" in joan.words
