"""An account is one person, and a role is what she does between two dates."""

from datetime import date

import pytest
from django.db import IntegrityError

from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Held, actor_of, officer, resident
from moothall.ground.people.held_cases import MOST_CASES, held_cases, hold_case, let_go_of_cases
from moothall.ground.people.models import Account, Role
from moothall.ground.people.models.account import NoEmail

pytestmark = pytest.mark.django_db


@pytest.fixture
def canterbury():
    return Organisation.objects.create(
        key="canterbury",
        prefix="CAN",
        name_en="Canterbury",
        kind="district",
        nation="england",
        homepage="https://example.com",
    )


@pytest.fixture
def meena():
    return Account.objects.create_user(email="meena@example.com", name="Meena Rao")


def test_one_account_an_address_however_it_is_written(meena):
    with pytest.raises(IntegrityError):
        Account.objects.create_user(email=" MEENA@Example.com", name="Another")


def test_an_account_is_found_however_its_address_is_written(meena):
    assert Account.objects.get_by_natural_key("Meena@Example.COM") == meena


def test_an_account_needs_an_address():
    with pytest.raises(NoEmail):
        Account.objects.create_user(email="", name="Nobody")


def test_a_role_counts_from_its_first_day_until_the_day_before_it_ends(meena, canterbury):
    Role.objects.create(
        account=meena,
        organisation=canterbury,
        role="caseworker",
        since=date(2026, 4, 1),
        until=date(2026, 5, 1),
    )
    kinds = [
        officer(meena, today=date(2026, month, day)).kind for month, day in [(3, 31), (4, 1), (4, 30), (5, 1)]
    ]
    assert kinds == ["nobody", "officer", "officer", "nobody"]


def test_an_officer_acts_for_the_organisations_in_which_she_holds_a_role(meena, canterbury):
    Role.objects.create(account=meena, organisation=canterbury, role="caseworker", since=date(2026, 4, 1))
    actor = officer(meena, today=date(2026, 4, 1))
    assert actor.organisations == {"canterbury"}
    assert actor.roles == {Held("canterbury", "caseworker")}
    assert actor.where("team_leader") == frozenset()


def test_a_closed_account_is_nobody(meena, canterbury):
    Role.objects.create(account=meena, organisation=canterbury, role="caseworker", since=date(2026, 4, 1))
    meena.is_active = False
    assert officer(meena, today=date(2026, 4, 1)).kind == "nobody"


def test_a_role_cannot_end_before_it_begins(meena, canterbury):
    with pytest.raises(IntegrityError):
        Role.objects.create(
            account=meena,
            organisation=canterbury,
            role="caseworker",
            since=date(2026, 4, 1),
            until=date(2026, 4, 1),
        )


def test_someone_without_a_key_is_nobody():
    assert resident({}).kind == "nobody"


def test_a_session_holds_the_cases_whose_key_it_showed(rf):
    request = _visit(rf)
    hold_case(request, case="c1", organisation="canterbury")
    hold_case(request, case="c2", organisation="kent")
    actor = actor_of(request)
    assert actor.cases == {"c1", "c2"}
    assert actor.organisations == {"canterbury", "kent"}
    assert actor.id == "c2", "the newest, which is what she is looking at"
    let_go_of_cases(request)
    assert actor_of(request).kind == "nobody"


def test_a_session_does_not_collect_cases_without_end(rf):
    request = _visit(rf)
    for number in range(MOST_CASES + 5):
        hold_case(request, case=f"c{number}", organisation="canterbury")
    assert len(held_cases(request)) == MOST_CASES
    assert "c24" in held_cases(request)


def test_showing_a_key_changes_the_session_so_that_an_older_cookie_opens_nothing(rf):
    request = _visit(rf)
    request.session.save()
    before = request.session.session_key
    hold_case(request, case="c1", organisation="canterbury")
    assert request.session.session_key != before


def _visit(rf):
    from django.contrib.auth.models import AnonymousUser
    from django.contrib.sessions.backends.db import SessionStore

    request = rf.get("/")
    request.session, request.user = SessionStore(), AnonymousUser()
    return request
