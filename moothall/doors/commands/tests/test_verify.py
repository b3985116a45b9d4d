"""`moothall verify` says what is there, and fails when something is not as it was written."""

import pytest

from moothall.doors.commands import verify
from moothall.ground.organisations.models import Organisation
from moothall.ground.record.tests.happenings import BODIES, tamper, wrote

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def five_entries():
    for key in BODIES:
        Organisation.objects.create(
            key=key, prefix=key[:3].upper(), name_en=key, kind="district", nation="england"
        )
    wrote(3)
    wrote(2, organisation="kent")


def test_a_whole_record_ends_well_and_prints_the_root_to_keep(capsys):
    assert verify.main([]) == 0
    told = capsys.readouterr().out
    assert "entries      5, of which 5 with a payload, 0 erased" in told
    root = next(line for line in told.splitlines() if line.startswith("root")).split()[1]
    assert root.startswith("5:")
    wrote(4)
    assert verify.main(["--kept", root]) == 0


def test_tampering_ends_with_1_and_says_what_was_found_and_expected(capsys):
    assert verify.main([]) == 0
    tamper("UPDATE record_entry SET verb = 'case.viewed' WHERE id = 2")
    capsys.readouterr()
    assert verify.main([]) == 1
    told = capsys.readouterr().out
    assert "FOUND        Position 1 (case.viewed, canterbury): the envelope hashes to" in told
    assert told.rstrip().endswith("The record is NOT as it was written.")


def test_another_root_than_the_one_kept_ends_with_1(capsys):
    assert verify.main(["--kept", f"5:{'0' * 64}"]) == 1
    assert "The root kept elsewhere of 5 entries: found 00" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["5", "x:00", "5:zz", "5:00"])
def test_a_root_that_cannot_be_read_is_a_wrong_call(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        verify.main(["--kept", wrong])
    assert ended.value.code == 2
    assert "expected SIZE:ROOT" in capsys.readouterr().err
