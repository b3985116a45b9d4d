"""`moothall calculate`: an answer with its reasons, and a clear word about each kind of bad input."""

import json

import pytest

from moothall.doors.commands.calculate import main
from moothall.doors.commands.households import SERVICES

EXAMPLES = SERVICES / "council_tax_reduction" / "examples"


def run(capsys, *words):
    code = main([str(word) for word in words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_an_answer_with_its_reasons_and_its_law(capsys):
    case = "savings of 16,000.01 are over the limit"
    code, out, _ = run(capsys, EXAMPLES / "savings.yaml", "--case", case, "--reasons")
    assert code == 0
    assert "council_tax_reduction: £0 a week" in out
    assert "Savings of £16,000.01 are over the limit of £16,000." in out
    assert "SI 2012/2885 reg 11" in out
    assert "What this did not look at:" in out


def test_the_same_in_welsh(capsys):
    case = "savings of 16,000.01 are over the limit"
    _, out, _ = run(capsys, EXAMPLES / "savings.yaml", "--case", case, "--reasons", "--language", "cy")
    assert "Mae cynilion o £16,000.01 dros y terfyn o £16,000." in out


def test_json_holds_pounds_as_text(capsys):
    case = "guarantee credit covers the whole bill, 2026-27"
    code, out, _ = run(capsys, EXAMPLES / "pension_credit.yaml", "--case", case, "--json", "--reasons")
    answer = json.loads(out)["households"][0]
    assert code == 0
    assert answer["answers"]["council_tax_reduction"]["value"] == "28.77"
    assert answer["answers"]["council_tax_reduction_yearly"]["value"] == "1500.00"
    assert answer["reasons"]["council_tax_reduction"]["law"].startswith("SI 2012/2885")
    assert answer["needs"] is None


def test_not_covered_is_never_nothing(capsys):
    code, out, _ = run(capsys, EXAMPLES / "pension_age.yaml", "--case", "well below pension age", "--json")
    answer = json.loads(out)["households"][0]["answers"]["council_tax_reduction"]
    assert code == 0
    assert answer["status"] == "not_covered"
    assert "value" not in answer
    assert "You can still apply to your council." in answer["text"]


def test_below_pension_age_the_overlay_says_how_to_apply(capsys):
    asked = (EXAMPLES / "pension_age.yaml", "--case", "well below pension age")
    asked += ("--on", "2025-12-01")  # a day on which Thanet's demonstration holds no sheet either
    said = {council: run(capsys, *asked, "--for", council)[1] for council in ("canterbury", "thanet")}
    assert "Apply on the council's website, canterbury.gov.uk" in said["canterbury"]
    assert "Apply on the council's website, thanet.gov.uk" in said["thanet"]


def test_an_answer_that_rests_on_a_forecast_says_so(capsys):
    case = "a grandchild in 2026-27, by a figure that was not found published"
    _, out, _ = run(capsys, EXAMPLES / "what_the_law_says_you_need.yaml", "--case", case)
    assert "(from forecasts, not yet law: amount_for_a_child)" in out


def test_a_fact_that_is_still_needed_is_named_with_what_is_accepted(tmp_path, capsys):
    file = tmp_path / "ann.yaml"
    file.write_text(
        "household: {nation: england}\npeople: {Ann: {role: claimant, date_of_birth: 1950-03-14}}\n"
    )
    code, out, _ = run(capsys, file, "--on", "2026-06-01")
    assert code == 1
    assert "Still needed: working_age_benefit" in out
    assert "(accepted: yes or no)" in out


BAD = {
    "30 February": ("people: {Ann: {date_of_birth: 1950-02-30}}", "date_of_birth"),
    "a birth in the future": ("people: {Ann: {date_of_birth: 2031-02-01}}", "to the day asked about"),
    "a pound sign": ('household: {savings: "£16,000"}', 'pounds like "123.45"'),
    "a part of a penny": ("household: {savings: 1.005}", "savings"),
    "minus": ("household: {savings: -1}", "from 0.00"),
    "a million million": ("household: {savings: 1000000000000}", "to 10000000.00"),
    "not a number": ("household: {savings: .nan}", "savings"),
    "more than anybody pays": (
        'household: {rent: "50000.00"}',
        "household: rent: a number that is not within its range. Found: 50000.00. Accepted: pounds",
    ),
    "rent for a year": (
        "household: {rent: 12000.00}",
        "household: rent: We understood a rent of £12,000 a month. Is that right, for a month",
    ),
    "by whom it is": ("people: {Ann: {earnings: lots}}", "Ann: earnings is not pounds"),
    "an unknown choice": ("household: {nation: france}", "Accepted: england, wales"),
    "an unknown fact": ("household: {window_tax: 5}", "'window_tax' is not a fact"),
    "a fact of the wrong subject": ("household: {earnings: 5}", "about a person"),
    "an unknown key": ("house: {}", "'house' is not known here"),
    "no mapping": ("[1, 2]", "expected a mapping"),
    "half a file": ("people: [1", "not YAML or JSON: line"),
    "a wrong day in the file": ("day: 2026-02-30", "Expected: a date like"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_refused_in_words(kind, tmp_path, capsys):
    text, said = BAD[kind]
    file = tmp_path / "bad.yaml"
    file.write_text(text)
    code, out, err = run(capsys, file, "--on", "2026-06-01")
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_day_without_rates_names_the_file_and_the_rate(capsys):
    code, _, err = run(capsys, EXAMPLES / "savings.yaml", "--on", "2030-01-01")
    assert code == 2
    assert "rates.yaml:" in err
    assert "has no figure for 2030-01-01" in err


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "01/04/2026", ""])
def test_a_day_that_there_is_not_is_refused(day, capsys):
    code, _, err = run(capsys, EXAMPLES / "savings.yaml", "--on", day)
    assert code == 2
    assert "Expected: a date like 2026-04-01" in err


def test_no_day_at_all_is_refused(tmp_path, capsys):
    file = tmp_path / "ann.yaml"
    file.write_text("household: {nation: england}\n")
    assert "Expected: --on DATE" in run(capsys, file)[2]


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    code, _, err = run(capsys, tmp_path / "none.yaml", "--on", "2026-06-01")
    assert code == 2
    assert "cannot be read" in err


def test_a_huge_file_is_refused_by_its_size(tmp_path, capsys):
    file = tmp_path / "huge.yaml"
    file.write_text("a: " + "x" * 3_000_000)
    assert "is over 2,000,000 bytes" in run(capsys, file, "--on", "2026-06-01")[2]
