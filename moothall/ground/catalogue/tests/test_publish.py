"""Publishing is an approved act: whose, why and for which body must be known before anything is kept."""

from __future__ import annotations

import shutil

import pytest
import yaml
from django.conf import settings

from moothall.ground.catalogue.actions import NotApproved, Preview, preview, publish
from moothall.ground.catalogue.authorities import kinds_of
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import newest
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.record.models import Entry
from tests.kit import claims

ACT = {
    "organisation": "kent",
    "services": settings.SERVICES,
    "approved_by": "Ama Boateng",
    "why": "It was agreed on 3 November.",
    "now": claims.NOW,
}


@pytest.fixture(autouse=True)
def bodies(db):
    load_organisations(settings.SERVICES / "organisations")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"approved_by": "  "}, "no name or no reason"),
        ({"why": ""}, "no name or no reason"),
        ({"organisation": "canterburry"}, "no organisation 'canterburry'. .* like it: canterbury"),
        ({"organisation": "xyz"}, "no organisation 'xyz'. .* like it: nothing"),
    ],
)
def test_nobodys_act_publishes_nothing(said, found):
    with pytest.raises(NotApproved, match=found):
        publish("older_persons_bus_pass", **ACT | said)
    assert not Edition.objects.exists() and not Entry.objects.exists()


@pytest.mark.parametrize("body", ["cardiff", "glasgow", "belfast"])
def test_a_body_of_another_nation_cannot_offer_what_is_law_in_england(body):
    with pytest.raises(NotApproved, match=f"Found {body} in .* Expected: a body in england"):
        publish("council_tax_reduction", **ACT | {"organisation": body})
    assert newest("council_tax_reduction", organisation=body) is None


def test_a_body_that_is_not_the_authority_cannot_offer_it():
    with pytest.raises(NotApproved, match="Found kent, which is county, for waste_collection_authority"):
        publish("assisted_bin_collection", **ACT)
    assert newest("assisted_bin_collection", organisation="kent") is None


def test_rules_alone_are_published_with_a_service_that_uses_them():
    with pytest.raises(NotApproved, match="Found local_council_tax_reduction, which nobody applies for"):
        publish("local_council_tax_reduction", **ACT | {"organisation": "dover"})


def test_every_authority_that_a_service_names_is_one_of_the_list():
    told = [yaml.safe_load(path.read_text("utf-8")) for path in settings.SERVICES.glob("*/service.yaml")]
    tiers = {service["tier"] for service in told if "tier" in service}
    assert tiers and all(kinds_of(tier, settings.SERVICES) for tier in tiers)


def test_the_same_files_are_one_edition():
    first = publish("older_persons_bus_pass", **ACT)
    assert publish("older_persons_bus_pass", **ACT) == first
    assert Entry.objects.filter(verb="edition.published").count() == 1


LIMIT = "means_test_at_pension_age/rates.yaml"


@pytest.fixture
def changed(tmp_path):
    """A copy of the services in which an officer wrote 15,000 for the limit of 16,000 for savings."""
    services = tmp_path / "services"
    shutil.copytree(settings.SERVICES, services)
    rates = services / LIMIT
    text = rates.read_text(encoding="utf-8")
    assert text.count("value: 16000.00") == 1
    rates.write_text(text.replace("value: 16000.00", "value: 15000.00"), encoding="utf-8")
    return {**ACT, "organisation": "canterbury", "services": services}


def first_edition():
    return publish("council_tax_reduction", **{**ACT, "organisation": "canterbury"})


def shown(act) -> Preview:
    return preview("council_tax_reduction", organisation="canterbury", services=act["services"])


def test_what_would_change_is_said_in_figures_old_and_new(changed):
    first_edition()
    (figure,) = shown(changed).changes.figures
    assert (figure.rate, figure.was, figure.becomes) == ("savings_limit", "£16,000", "£15,000")
    assert shown(changed).changes.files == (f"{LIMIT}: changed",)
    assert "£16,000 → £15,000" in "\n".join(shown(changed).changes.lines())
    assert Edition.objects.count() == 1, "a preview keeps nothing"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, "no name of who prepared"),
        ({"prepared_by": " ama boateng "}, "Expected: a second person"),
        ({"prepared_by": "Meena Rao", "read": "0" * 64}, "not those that were shown"),
    ],
)
def test_a_change_needs_a_second_person_who_read_it(changed, said, found):
    first = first_edition()
    with pytest.raises(NotApproved, match=found):
        publish("council_tax_reduction", **changed | said)
    assert newest("council_tax_reduction", organisation="canterbury") == first


def test_two_people_publish_it_and_undo_it_in_the_same_way(changed):
    first = first_edition()
    two = {"prepared_by": "Meena Rao", "read": shown(changed).content_hash}
    second = publish("council_tax_reduction", **changed | two)
    assert newest("council_tax_reduction", organisation="canterbury") == second != first
    back = publish(
        "council_tax_reduction", **{**ACT, "organisation": "canterbury", "prepared_by": "Meena Rao"}
    )
    assert back.content_hash == first.content_hash and back.pk > second.pk
    assert Entry.objects.filter(verb="edition.published").count() == 3
