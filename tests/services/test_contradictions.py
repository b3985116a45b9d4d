"""Each contradiction of services/contradictions is found and says so in both languages; none is passed over.

No interview is finished by it, and no household file is worked out.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.doors.commands.calculate import main
from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.questions import walk

DAY = date(2026, 11, 23)
SERVICE = definition_of("what_could_i_get")
FITS = {
    "household": {
        "nation": "england", "lives_in_london": False, "savings": "100.00", "tenure": "social_rent",
        "rent": "500.00",
        "working_age_benefit": False, "liable_for_council_tax": "alone_or_with_partner",
        "council_tax_before_discount": "1800.00", "bedrooms": 3, "further_bedrooms": 0,
        "outside_the_cap": "none",
    },
    "people": {
        "Ann Invented": {"role": "claimant", "date_of_birth": "1985-05-01"},
        "Bob Invented": {"role": "partner", "date_of_birth": "1983-07-02"},
        "Una Invented": {"role": "child", "date_of_birth": "2014-02-03", "childcare_costs": "200.00"},
    },
}  # fmt: skip
WORKS = {"works_for_pay": True, "earnings": "300.00", "hours_worked": 30, "pension_contributions": "10.00"}
# What is changed in the household above, so that exactly this does not fit.
PLANTED = {
    "not_one_who_answers": {"Ann Invented": {"role": "other_adult"}},
    "more_than_one_partner": {"Cy Invented": {"role": "partner", "date_of_birth": "1984-01-01"}},
    "older_than_anybody": {"Bob Invented": {"date_of_birth": "1902-01-01"}},
    "too_young_to_ask": {"Ann Invented": {"date_of_birth": "2011-01-01"}},
    "too_young_for_a_partner": {"Bob Invented": {"date_of_birth": "2010-11-24"}},
    "too_old_for_a_child": {"Una Invented": {"date_of_birth": "2006-11-23"}},
    "child_older_than_who_answers": {
        "Ann Invented": {"date_of_birth": "2008-05-01"}, "Una Invented": {"date_of_birth": "2007-05-01"},
    },
    "hardly_older_than_a_child": {"Ann Invented": {"date_of_birth": "2001-02-03"}},
    "earnings_without_work": {"Ann Invented": {"works_for_pay": False, "earnings": "0.01"}},
    "work_without_earnings": {"Ann Invented": {"works_for_pay": True, "earnings": "0.00"}},
    "work_without_income": {
        "Dee Invented": {
            "role": "other_adult", "date_of_birth": "1999-01-01", "works_for_pay": True,
            "gross_income": "0.00",
        },
    },
    "hours_without_work": {"Ann Invented": {"works_for_pay": False, "hours_worked": 1}},
    "hours_without_earnings": {"Bob Invented": {"hours_worked": 1, "earnings": "0.00"}},
    "earnings_without_hours": {"Ann Invented": WORKS | {"hours_worked": 0}},
    "pays_in_more_than_is_earned": {"Ann Invented": WORKS | {"pension_contributions": "300.01"}},
    "more_tax_than_earnings": {"Ann Invented": WORKS | {"tax_on_earnings": "300.01"}},
    "more_hours_than_a_week": {"Ann Invented": WORKS | {"hours_worked": 100, "hours_of_care": 69}},
    "state_pension_too_early": {"Ann Invented": {"state_pension": "0.01"}},
    "pension_age_earlier_than_born": {
        "Bob Invented": {"date_of_birth": "1953-04-06", "pension_age_before_april_2016": True},
    },
    "rent_where_none_is_paid": {"household": {"tenure": "no_rent"}},
    "no_rent_for_a_rented_home": {"household": {"rent": "0.00"}},
    "rent_hardly_anybody_pays": {"household": {"rent": "5000.01"}},
    "childcare_without_a_child": {"Bob Invented": {"childcare_costs": "0.01"}},
}  # fmt: skip
# A penny, an hour or a day to the other side, and it fits.
FITTING = {
    "older_than_anybody": {"Bob Invented": {"date_of_birth": "1906-11-24"}},
    "too_young_for_a_partner": {"Bob Invented": {"date_of_birth": "2010-11-23"}},
    "too_old_for_a_child": {"Una Invented": {"date_of_birth": "2006-11-24"}},
    "child_older_than_who_answers": {"Ann Invented": {"date_of_birth": "1980-05-01"}},
    "hardly_older_than_a_child": {"Ann Invented": {"date_of_birth": "2000-02-03"}},
    "earnings_without_work": {"Ann Invented": {"works_for_pay": False, "earnings": "0.00"}},
    "work_without_earnings": {"Ann Invented": {"works_for_pay": True, "earnings": "0.01"}},
    "pays_in_more_than_is_earned": {"Ann Invented": WORKS | {"pension_contributions": "300.00"}},
    "more_hours_than_a_week": {"Ann Invented": WORKS | {"hours_worked": 100, "hours_of_care": 68}},
    "state_pension_too_early": {"Ann Invented": {"state_pension": "0.00"}},
    "pension_age_earlier_than_born": {
        "Bob Invented": {"date_of_birth": "1953-04-05", "pension_age_before_april_2016": True},
    },
    "rent_hardly_anybody_pays": {"household": {"rent": "5000.00"}},
}  # fmt: skip
EACH = {one.rule: one for one in SERVICE.contradictions.each}


def changed(changes: dict) -> dict:
    """The household above with these facts of the home or of people put in."""
    people = {who: dict(facts) for who, facts in FITS["people"].items()}
    household = dict(FITS["household"])
    for who, facts in changes.items():
        (household if who == "household" else people.setdefault(who, {})).update(facts)
    return {"household": household, "people": people}


def known(plain: dict) -> Circumstances:
    people = [{"id": who, "facts": facts} for who, facts in plain["people"].items()]
    families = [{"id": "family1", "people": people}]
    return Circumstances.from_dict(
        {"household": plain["household"], "families": families}, SERVICE.vocabulary
    )


def found_in(plain: dict) -> list[str]:
    return [found.contradiction.rule for found in SERVICE.contradictions.open(known(plain), DAY)]


def test_every_contradiction_has_a_household_here():
    assert set(PLANTED) == set(EACH)


def test_a_household_that_fits_is_left_alone():
    assert found_in(FITS) == []
    assert found_in(changed({"Ann Invented": WORKS, "Bob Invented": WORKS})) == []


@pytest.mark.parametrize("rule", PLANTED)
def test_it_is_found_and_says_what_was_understood_in_both_languages(rule):
    plain = changed(PLANTED[rule])
    found = {one.contradiction.rule: one for one in SERVICE.contradictions.open(known(plain), DAY)}
    assert rule in found
    english, welsh = found[rule].kindly("en"), found[rule].kindly("cy")
    assert english.startswith("We understood") and welsh.startswith("Deallwyd")
    assert "{" not in english + welsh
    assert found[rule].gaps, "nothing would be asked again"


@pytest.mark.parametrize("rule", FITTING)
def test_on_the_other_side_of_its_line_it_fits(rule):
    assert rule not in found_in(changed(FITTING[rule]))


@pytest.mark.parametrize("rule", PLANTED)
def test_a_file_with_it_names_the_fact_what_was_wrong_and_what_is_accepted(rule, tmp_path, capsys):
    file = tmp_path / "home.yaml"
    file.write_text(yaml.safe_dump({"day": DAY.isoformat(), **changed(PLANTED[rule])}), "utf-8")
    assert main([str(file), "--service", "what_could_i_get"]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert "We understood" in told.err and "Accepted: " in told.err
    assert any(fact in told.err for fact in EACH[rule].asks_again)


@pytest.mark.parametrize("rule", [rule for rule, one in EACH.items() if not one.sure])
def test_a_file_can_say_that_an_unusual_answer_is_right(rule, tmp_path, capsys):
    plain = changed(PLANTED[rule])
    others = " ".join(one for one in found_in(plain) if not EACH[one].sure)
    file = tmp_path / "home.yaml"
    file.write_text(
        yaml.safe_dump({"day": DAY.isoformat(), "case": {"confirmed_answers": others}, **plain}), "utf-8"
    )
    assert main([str(file), "--service", "what_could_i_get"]) in (0, 1)
    assert "We understood" not in capsys.readouterr().err


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "works_for_pay": st.booleans(),
        "earnings": st.sampled_from(["0.00", "0.01", "120.00", "400.00"]),
        "pension_contributions": st.sampled_from(["0.00", "0.01", "500.00"]),
        "hours_worked": st.sampled_from([0, 1, 40, 112]),
        "hours_of_care": st.sampled_from([0, 35, 168]),
        "state_pension": st.sampled_from(["0.00", "221.20"]),
        "disability_benefit": st.just("none"),
        "date_of_birth": st.sampled_from(
            ["1902-01-01", "1950-05-05", "1985-05-05", "2007-01-01", "2015-05-05"]
        ),
    },
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PLANTED)), FACTS, FACTS)
def test_no_interview_is_finished_by_answers_that_do_not_fit(rule, of_ann, of_bob):
    """Whatever else was said: a result is only shown when nothing that it stands on contradicts itself."""
    plain = changed({"Ann Invented": of_ann, "Bob Invented": of_bob})
    for who, facts in PLANTED[rule].items():
        (plain["household"] if who == "household" else plain["people"].setdefault(who, {})).update(facts)
    told = known(plain)
    goals, plan, vocabulary = SERVICE.goals, SERVICE.plan, SERVICE.vocabulary
    at = walk(
        SERVICE.rules_on(DAY),
        goals,
        told,
        plan,
        vocabulary,
        unfit=partial(SERVICE.contradictions.open, on=DAY),
    )
    still = SERVICE.contradictions.open(at.used, DAY)
    assert at.finished is False or not still
    if still:
        assert {gap.fact for one in still for gap in one.gaps} & set(at.next.facts)
