from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.actions.load_organisations import BadKey, NamedTwice, UnknownBody
from moothall.ground.organisations.models import Organisation, OrganisationCode

FILES = settings.SERVICES / "organisations"
pytestmark = pytest.mark.django_db

AVON = "avon: {prefix: AVO, name: {en: Avon}, kind: county, codes: {gss: E1}}"


def loaded(folder: Path, *bodies: str) -> int:
    told = "nation: england\norganisations:\n" + "".join(f"  {body}\n" for body in bodies)
    (folder / "bodies.yaml").write_text(told)
    return load_organisations(folder)


def test_every_principal_council_of_the_united_kingdom_is_there():
    load_organisations(FILES)
    counted = {
        (kind, nation): Organisation.objects.filter(kind=kind, nation=nation, until=None).count()
        for kind, nation in Organisation.objects.values_list("kind", "nation")
    }
    councils = {of: count for of, count in counted.items() if of[0] not in ("national", "association")}
    assert councils == {
        ("district", "england"): 164,
        ("county", "england"): 21,
        ("unitary", "england"): 63,
        ("metropolitan", "england"): 36,
        ("london_borough", "england"): 33,
        ("unitary", "scotland"): 32,
        ("unitary", "wales"): 22,
        ("northern_ireland", "northern_ireland"): 11,
        ("combined", "england"): 15,
        ("strategic", "england"): 1,
        ("transport", "england"): 1,
    }
    districts = Organisation.objects.filter(kind="district", nation="england")
    assert not districts.exclude(part_of__kind="county").exists()


def test_loading_twice_writes_nothing():
    load_organisations(FILES)
    with CaptureQueriesContext(connection) as second:
        load_organisations(FILES)
    assert not [query for query in second if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_council_that_is_no_more_is_there_until_its_last_day():
    load_organisations(FILES)
    harrogate = Organisation.objects.get(pk="harrogate")
    assert harrogate.exists(date(2023, 3, 31)) and not harrogate.exists(date(2023, 4, 1))
    assert [one.pk for one in harrogate.successors.all()] == ["north_yorkshire"]
    cumbria = Organisation.objects.get(pk="cumbria_county").successors.order_by("pk")
    assert [one.pk for one in cumbria] == ["cumberland", "westmorland_and_furness"]


def test_every_council_that_is_no_more_has_somebody_after_it():
    load_organisations(FILES)
    assert not Organisation.objects.exclude(until=None).filter(successors=None).exists()
    assert Organisation.objects.exclude(until=None).count() == 48 + 2


def test_welsh_bodies_are_named_in_welsh_too():
    load_organisations(FILES)
    assert not Organisation.objects.filter(nation="wales", name_cy="").exists()
    assert Organisation.objects.get(pk="cardiff").languages == ["cy", "en"]


def test_a_body_that_changes_is_changed_and_a_code_that_goes_is_gone(tmp_path):
    loaded(tmp_path, AVON)
    loaded(tmp_path, AVON.replace("E1", "E2").replace("Avon", "Avon County"))
    assert Organisation.objects.get().name_en == "Avon County"
    assert [one.code for one in OrganisationCode.objects.all()] == ["E2"]


def test_a_body_that_leaves_the_files_stays(tmp_path):
    loaded(tmp_path, AVON)
    loaded(tmp_path, AVON.replace("avon", "mere").replace("AVO", "MER").replace("E1", "E2"))
    assert {one.pk for one in Organisation.objects.all()} == {"avon", "mere"}


@pytest.mark.parametrize("key", ["a" * 41, "Avon", "a|b", "a,b"])
def test_a_key_that_the_second_wall_cannot_carry_is_refused(tmp_path, key):
    with pytest.raises(BadKey):
        loaded(tmp_path, AVON.replace("avon", f'"{key}"'))


@pytest.mark.parametrize("field", ["part_of: mere", "combined_authority: mere", "succeeded_by: [mere]"])
def test_a_body_that_nobody_has_is_refused(tmp_path, field):
    with pytest.raises(UnknownBody, match=r"avon has .*mere"):
        loaded(tmp_path, AVON.replace("kind:", f"{field}, kind:"))
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("other", "said"),
    [("prefix: AVO, codes: {gss: E2}", "prefix"), ("prefix: X, codes: {gss: E1}", "gss code")],
)
def test_a_prefix_or_a_code_is_only_one_bodys(tmp_path, other, said):
    with pytest.raises(NamedTwice, match=f"mere and avon both have the {said}"):
        loaded(tmp_path, AVON, f"mere: {{{other}, name: {{en: Mere}}, kind: county}}")
