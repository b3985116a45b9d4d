"""A slip in what a service says of another system is named, with its file."""

import pytest
import yaml

from moothall.doors.commands.check_other_systems import other_systems
from moothall.doors.commands.households import SERVICES
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import gather

KEY = "missed_bin"


def faults(change) -> list[str]:
    files = dict(gather(SERVICES, service=KEY, organisation="canterbury"))
    said = yaml.safe_load(files[f"{KEY}/service.yaml"])
    change(said)
    files[f"{KEY}/service.yaml"] = yaml.safe_dump(said)
    return [str(one) for one in other_systems(Definition(files, service=KEY, organisation="canterbury"))]


def test_as_it_stands_nothing_is_wrong():
    assert faults(lambda said: None) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda said: said["facts"].remove("crew_entry"), "its checks name crew_entry"),
        (
            lambda said: said["checks"][0]["attests"].append("report_email"),
            "report_email is answered by crew_log",
        ),
        (lambda said: said["one_matter"].append("bin_colour"), "one_matter names bin_colour"),
        (lambda said: said["asked_first"].append("which-bin"), "which-bin is asked first"),
        (lambda said: said["asked_first"].append("which-moon"), "which-moon is asked first"),
    ],
    ids=["not told", "asked all the same", "no such fact", "not a fixed screen", "no such screen"],
)
def test_each_slip_is_named(change, named):
    assert any(named in fault for fault in faults(change)), faults(change)
