from datetime import date
from pathlib import Path

import pytest

from moothall.ground.organisations.actions import load_organisations
from moothall.ground.organisations.queries import councils_of, national_bodies
from moothall.ground.places.actions import load_addresses, load_places
from moothall.ground.places.codepoint import BadRelease
from moothall.ground.places.models import PlaceEdition, SplitAddress
from moothall.ground.places.postcodes import UnknownPostcode
from moothall.ground.places.queries import MergedSince, NoDistrict, SplitPostcode, look_up, who_serves
from moothall.ground.places.tests.releases import load

SERVICES = Path(__file__).resolve().parents[4] / "services"
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def loaded(db):
    load_organisations(SERVICES / "organisations")
    load_places(SERVICES / "places")


def keys(postcode: str, on: date = TODAY, **how) -> list[str]:
    return [one.organisation.key for one in who_serves(postcode, on=on, **how)]


@pytest.mark.parametrize(
    ("postcode", "serving"),
    [
        ("CT11AA", ["canterbury", "kent"]),
        ("CT91FE", ["thanet", "kent"]),
        ("CT139AA", None),
        ("CT130AA", ["dover", "kent"]),
        ("SR11AE", ["sunderland", "north_east_combined"]),
        ("E125AA", ["newham", "greater_london_authority", "transport_for_london"]),
        ("CF101AA", ["cardiff"]),
        ("G11AB", ["glasgow"]),
    ],
)
def test_every_town_of_the_demonstration_finds_its_bodies(postcode, serving):
    if serving is None:
        with pytest.raises(UnknownPostcode):
            keys(postcode)
    else:
        assert keys(postcode) == serving


def test_a_tier_is_said_with_each_body():
    assert [one.tier for one in who_serves("CT11AA", on=TODAY)] == ["district", "county"]
    london = [one.tier for one in who_serves("E125AA", on=TODAY)]
    assert london == ["london_borough", "strategic", "transport"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("CT45NA", "CT47DE"), ("CT46TN", "CT48AY"), ("TN254AB", "TN255HP"), ("CT33JS", "CT31JG")],
)
def test_one_outward_code_lies_in_two_districts(one, other):
    assert keys(one)[0] != keys(other)[0] and keys(one)[1] == keys(other)[1] == "kent"


def test_a_postcode_in_no_list_is_unknown():
    with pytest.raises(UnknownPostcode):
        who_serves("CT19ZZ", on=TODAY)


def test_loading_twice_changes_nothing():
    before = list(PlaceEdition.objects.values())
    load_places(SERVICES / "places")
    assert list(PlaceEdition.objects.values()) == before


def test_a_body_of_a_past_day_is_the_one_that_was_there(tmp_path):
    """A register of 2018 has the codes of 2018; the one of 2025 is not asked about 2018."""
    load(tmp_path / "old", {"HG1 1AA": "E07000165", "TA1 1AA": "E07000190"}, "2018-08-20",
         counties={"E07000165": "E10000023", "E07000190": "E10000027"})  # fmt: skip
    load(tmp_path / "new", {"HG1 1AA": "E06000065", "TA1 1AA": "E06000066"}, "2025-10-20")
    assert keys("HG11AA") == ["north_yorkshire", "york_and_north_yorkshire_combined"]
    assert keys("HG11AA", date(2019, 1, 1)) == ["harrogate", "north_yorkshire_county"]
    assert keys("HG11AA", date(2023, 3, 31)) == ["harrogate", "north_yorkshire_county"]
    assert keys("HG11AA", date(2023, 4, 1))[0] == "north_yorkshire"
    # Taunton Deane became a part of Somerset West and Taunton, and that of Somerset.
    assert keys("TA11AA", date(2019, 3, 31)) == ["taunton_deane", "somerset_county"]
    assert keys("TA11AA", date(2020, 1, 1)) == ["somerset_west_and_taunton", "somerset_county"]
    assert keys("TA11AA") == ["somerset"]


def test_without_the_register_of_that_day_the_councils_that_it_may_have_been_are_named(tmp_path):
    load(tmp_path, {"CA1 1AA": "E06000063"}, "2025-10-20")
    with pytest.raises(MergedSince) as raised:
        keys("CA11AA", date(2022, 1, 1))
    assert [one.key for one in raised.value.councils] == ["allerdale", "carlisle", "copeland"]
    assert {one.part_of.key for one in raised.value.councils} == {"cumbria_county"}
    assert keys("CA11AA", date(2022, 1, 1), council="carlisle") == ["carlisle", "cumbria_county"]
    assert keys("CA11AA", date(2023, 4, 1)) == ["cumberland"]


@pytest.mark.parametrize(
    ("old", "new", "body"),
    [
        ("E08000016", "E08000038", "barnsley"),
        ("E08000019", "E08000039", "sheffield"),
        ("S12000015", "S12000047", "fife"),
        ("S12000024", "S12000048", "perth_and_kinross"),
        ("S12000046", "S12000049", "glasgow"),
        ("S12000044", "S12000050", "north_lanarkshire"),
    ],
)
def test_a_recoded_council_is_the_same_under_both_codes_on_any_day(tmp_path, old, new, body):
    load(tmp_path, {"AB1 1AA": old, "AB1 1AB": new}, "2025-10-20")
    for on in (date(2017, 1, 1), date(2025, 3, 31), TODAY):
        assert keys("AB11AA", on)[0] == keys("AB11AB", on)[0] == body


def test_a_postcode_that_ended_is_still_found_in_the_older_register(tmp_path):
    load(tmp_path / "old", {"CT1 1ZZ": "E07000106", "CT1 1ZY": "E07000106"}, "2024-01-01")
    load(tmp_path / "new", {"CT1 1ZY": "E07000106"}, "2025-10-20", even_if_smaller=True)
    assert look_up("CT11ZZ", on=TODAY).dated.isoformat() == "2024-01-01"
    assert look_up("CT11ZY", on=TODAY).dated.isoformat() == "2025-10-20"
    assert look_up("CT11ZY", on=date(2024, 6, 1)).dated.isoformat() == "2024-01-01"


def test_a_postcode_without_a_district_is_not_given_to_somebody(tmp_path):
    load(tmp_path, {"CT1 1ZZ": ""}, "2025-10-20")
    with pytest.raises(NoDistrict):
        keys("CT11ZZ")


# Split postcodes. All addresses here are invented, their numbers too.

TWO_DISTRICTS = """uprn,postcode,address,district
990000000001,CT4 5NA,1 Invented Lane,E07000106
990000000002,CT4 5NA,2 Invented Lane,E07000105
"""


def split(told: str = TWO_DISTRICTS, source: str = "An invented gazetteer") -> int:
    return load_addresses(told.splitlines(), source=source, on=TODAY)


def test_a_split_postcode_asks_for_the_address():
    split()
    with pytest.raises(SplitPostcode) as raised:
        keys("CT45NA")
    assert [one.address for one in raised.value.homes] == ["1 Invented Lane", "2 Invented Lane"]
    assert keys("CT45NA", uprn=990000000001)[0] == "canterbury"
    assert keys("CT45NA", uprn=990000000002)[0] == "ashford"


def test_who_has_chosen_her_council_is_believed_where_the_postcode_may_be_in_it():
    split()
    assert keys("CT45NA", council="ashford")[0] == "ashford"
    with pytest.raises(SplitPostcode) as raised:
        keys("CT45NA", council="thanet")
    assert {one.key for one in raised.value.councils} == {"ashford", "canterbury"}
    assert keys("CT11AA", council="thanet")[0] == "canterbury", "it is not split"


def test_homes_to_choose_from_stand_in_the_order_of_the_street():
    lines = ["uprn,postcode,address,district", "1,CT4 5NA,10 Invented Lane,E07000106"]
    split("\n".join([*lines, "2,CT4 5NA,9 Invented Lane,E07000105"]))
    with pytest.raises(SplitPostcode) as raised:
        keys("CT45NA")
    assert [(one.address, one.council.key) for one in raised.value.homes] == [
        ("9 Invented Lane", "ashford"),
        ("10 Invented Lane", "canterbury"),
    ]


def test_an_address_that_is_not_of_the_postcode_does_not_decide_it():
    split()
    with pytest.raises(SplitPostcode):
        keys("CT45NA", uprn=1)
    assert keys("CT11AA", uprn=990000000002)[0] == "canterbury"


def test_addresses_that_all_lie_in_one_district_prove_that_it_is_not_split():
    split(TWO_DISTRICTS.replace("E07000106", "E07000105"))
    assert keys("CT45NA")[0] == "ashford"


def test_a_source_loaded_again_replaces_its_own_addresses_and_no_others():
    split()
    split("uprn,postcode,address,district\n990000000003,CT4 5NA,3 Invented Lane,E07000106", "Another")
    split(TWO_DISTRICTS.rsplit("\n", 2)[0])
    left = (
        SplitAddress.objects.filter(postcode="CT45NA").order_by("address").values_list("address", flat=True)
    )
    assert list(left) == ["1 Invented Lane", "3 Invented Lane"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("uprn,postcode,address\n1,CT4 5NA,1 Invented Lane", "no column district"),
        (TWO_DISTRICTS.replace("E07000105", "E07999999"), "Line 3: found E07999999"),
        (TWO_DISTRICTS.replace("CT4 5NA,2", "CT4,2"), "Line 3: found"),
        (TWO_DISTRICTS.replace("990000000002", "two"), "Line 3: found"),
        (TWO_DISTRICTS.replace(",2 Invented Lane,E07000105", ""), "Line 3: found"),
    ],
)
def test_a_wrong_line_of_addresses_changes_nothing(told, said):
    split()
    with pytest.raises(BadRelease, match=said):
        split(told)
    assert SplitAddress.objects.filter(postcode="CT45NA").count() == 2


def test_homes_beside_a_border_may_be_of_another_council(tmp_path):
    solihull, birmingham = "E08000029", "E08000025"
    load(
        tmp_path,
        {"B14 4LL": solihull, "B14 4LN": birmingham, "B14 4LP": birmingham},
        "2025-10-20",
        at={"B14 4LL": (408000, 279000), "B14 4LN": (408047, 279000), "B14 4LP": (408108, 279000)},
    )
    found = look_up("B144LL", on=TODAY)
    assert [one.key for one in found.may_also_be] == ["birmingham"]
    assert found.serving[0].organisation.key == "solihull"
    assert look_up("B144LP", on=TODAY).may_also_be == ()
    chosen = look_up("B144LL", on=TODAY, council="birmingham")
    assert chosen.serving[0].organisation.key == "birmingham"
    assert [one.key for one in chosen.may_also_be] == ["solihull"]


def test_the_demonstration_knows_a_split_postcode_and_one_beside_a_border():
    with pytest.raises(SplitPostcode) as raised:
        keys("CT48AF")
    assert {one.council.key for one in raised.value.homes} == {"ashford", "canterbury"}
    assert [one.key for one in look_up("E151DZ", on=TODAY).may_also_be] == ["waltham_forest"]
    load_places(SERVICES / "places")
    assert SplitAddress.objects.filter(postcode="CT48AF").count() == len(raised.value.homes)


# Bodies that no postcode finds


def test_in_northern_ireland_one_chooses_the_council():
    councils = councils_of("northern_ireland", on=TODAY)
    assert len(councils) == 11 and "belfast" in {one.key for one in councils}


def test_national_bodies_serve_the_nations_that_they_serve():
    assert {"dwp", "dvla", "hmrc"} <= {one.key for one in national_bodies("england", on=TODAY)}
    assert "social_security_scotland" in {one.key for one in national_bodies("scotland", on=TODAY)}
    ours = {one.key for one in national_bodies("northern_ireland", on=TODAY)}
    assert "land_and_property_services" in ours and "dwp" not in ours
