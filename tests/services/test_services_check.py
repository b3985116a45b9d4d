"""`moothall services check`: nothing is wrong now, and each mistake is named with its file and line."""

import re
import shutil
from functools import cache

import pytest
import yaml

from moothall.doors.commands import services_check
from moothall.doors.commands.households import SERVICES
from moothall.doors.commands.service_checks.folders import together
from moothall.doors.commands.service_checks.service_file import papers
from moothall.doors.commands.services_check import Report, check, main
from moothall.engines.facts import Fault
from moothall.engines.facts.yaml_lines import read_yaml
from moothall.ground.catalogue.files import content_hash, gather, rule_files

CTR = "council_tax_reduction"
# A service of rules alone.
ALONE = "scottish_child_payment"


@pytest.fixture
def services(tmp_path):
    """A copy of the services that a test here changes, and what they use: a check reads all of a copy."""
    copied = tmp_path / "services"
    shutil.copytree(SERVICES, copied, ignore=shutil.ignore_patterns("thanet", *_others()))
    return copied


@cache
def _others():
    said = {path.parent.name: yaml.safe_load(path.read_text()) for path in SERVICES.glob("*/service.yaml")}
    kept = {CTR, ALONE, *(row["service"] for row in said[CTR]["tells"])}
    used = {folder for name in kept for folder in said[name].get("uses", [])}
    return (set(rule_files(SERVICES)) | set(said)) - kept - used


def faults_of(services):
    return [str(fault) for report in check(services) for fault in report.faults]


def test_nothing_is_wrong_with_the_services_of_this_repository(capsys):
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "council_tax_reduction: well." in said
    assert "worked cases agree" in said
    assert said.endswith("Nothing is wrong.\n")


RULES, RATES, ASKED = f"{CTR}/rules/award.py", f"{CTR}/rates.yaml", f"{CTR}/questions.yaml"
# What it reads from a folder that it shares with Housing Benefit.
NEEDS, WELSH = "means_test_at_pension_age/rates.yaml", "means_test_at_pension_age/wording.cy.yaml"
SAYS, LETTER, CASE = f"{CTR}/service.yaml", f"{CTR}/letters/en/award.txt", f"{CTR}/examples/savings.yaml"
LOCAL, STEPS, MONEY = f"local/canterbury/{CTR}/service.yaml", f"{CTR}/process.bpmn", "vocabulary/money.yaml"
# What is done to which file; the finding must name the last.
MISTAKES = {
    "an unknown fact": (RULES, "savings > savings_limit", "savigns > savings_limit", RULES),
    "a unit that does not fit": (
        RULES,
        "weekly_income - applicable_amount",
        "weekly_income - savings",
        RULES,
    ),
    "a figure that is not the law's": (NEEDS, "value: 256.00", "value: 265.00", f"{CTR}/examples"),
    "a figure without a source": (RATES, "source:", "sauce:", RATES),
    "a hole in a band table": (RATES, "from: 266.00", "from: 267.00", RATES),
    "a screen that is gone": (ASKED, "facts: [savings]", "facts: [other_income]", ASKED),
    "a heading without Welsh": (ASKED, "cy: Enw pwy sydd", "dy: Enw pwy sydd", ASKED),
    "a sentence without Welsh": (WELSH, '"There are no earnings.":', '"There was none.":', WELSH),
    "a letter with a gap that nobody fills": (LETTER, "{homepage}", "{website}", LETTER),
    "a fact told that there is not": (SAYS, "  - war_pension", "  - war_pensions", SAYS),
    "a paper that shows what it is not told": (SAYS, "supports: [earnings]", "supports: [rent]", SAYS),
    "a goal that is no rule": (SAYS, "goals: [council_tax_reduction,", "goals: [council_tax_help,", SAYS),
    "a name without Welsh": (SAYS, "cy: Gostyngiad treth gyngor}", "ga: Laghdu}", SAYS),
    "rules that are used and not there": (SAYS, "uses: [council_tax_discounts", "uses: [discounts", SAYS),
    "an overlay with a key of its own": (LOCAL, "local_name:", "nickname:", LOCAL),
    "a gateway that cannot run": (STEPS, 'outcome = "award"', "outcome = award(", STEPS),
    "a vocabulary fact of no kind": (MONEY, "kind: money", "kind: cash", MONEY),
    "a worked case that is not so": (CASE, '"27.65"', '"27.66"', CASE),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_mistake_is_named_with_its_file(services, mistake):
    name, was, becomes, named = MISTAKES[mistake]
    file = services / name
    text = file.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes, 1))
    faults = faults_of(services)
    assert any(re.match(re.escape(named) + r".*:\d+", fault) for fault in faults), faults


@pytest.mark.parametrize(
    "row",
    [
        "{key: bill, name: {en: Bill, cy: Bil}}",
        "{key: bill, supports: [savings], name: {en: Bill}}",
        "{key: bill, supports: [savings], name: {en: Bill, cy: Bil}, hint: {en: The newest.}}",
        "{key: A bill, supports: [savings], name: {en: Bill, cy: Bil}}",
        "{key: pay, supports: [savings], name: {en: Bill, cy: Bil}}",
    ],
)
def test_a_paper_that_is_not_said_in_full_is_a_finding(row):
    well = "{key: pay, supports: [earnings], name: {en: Pay slips, cy: Slipiau cyflog}}"
    assert not list(papers("a", read_yaml("a", f"evidence: [{well}]".encode())))
    [fault] = papers("a", read_yaml("a", f"evidence: [{well}, {row}]".encode()))
    assert "its paper" in str(fault)
    [fault] = papers("a", read_yaml("a", f"kind: telling\nevidence: [{well}]".encode()))
    assert "no interview with a case of its own" in str(fault) and ":2:" in str(fault)


def test_a_letter_that_is_missing_is_named(services):
    (services / CTR / "letters" / "cy" / "no_award.txt").unlink()
    assert any("letters/cy/no_award.txt:1: this letter is missing" in fault for fault in faults_of(services))


def test_a_service_without_worked_cases_is_a_finding(services):
    shutil.rmtree(services / "older_persons_bus_pass" / "examples")
    assert any("there is no worked case" in fault for fault in faults_of(services))


def test_rules_that_nobody_uses_are_a_finding(services):
    (services / "lonely").mkdir()
    (services / "lonely" / "rules.py").write_text("# nothing\n")
    assert any("lonely/rules.py:1: no service uses this folder" in fault for fault in faults_of(services))


# What is done to a service of rules alone, and what is said of it.
MISTAKES_ALONE = {
    "another kind": ("service.yaml", "kind: rules_only", "kind: rules", "its kind is 'rules'"),
    "nowhere to go": ("service.yaml", "what_to_do_next:", "what_next:", "it does not say what_to_do_next"),
    "a goal that is no rule": ("service.yaml", "goals: [scottish", "goals: [welsh", "its goal 'welsh_child_"),
    "a worked case that is not so": (
        "examples/families.yaml",
        '"81.45"',
        '"81.46"',
        "is 81.45, expected 81.46",
    ),
    "a year without a figure": ("rates.yaml", "from: 2026-04-01", "from: 2026-04-02", "2026-04-01"),
}


@pytest.mark.parametrize("mistake", MISTAKES_ALONE)
def test_a_service_of_rules_alone_is_checked_like_any_other(services, mistake):
    name, was, becomes, said = MISTAKES_ALONE[mistake]
    file = services / ALONE / name
    text = file.read_text()
    assert was in text
    file.write_text(text.replace(was, becomes, 1))
    faults = faults_of(services)
    assert any(said in fault for fault in faults), faults


def test_two_rules_of_one_name_are_a_finding_even_in_services_that_do_not_meet(services):
    rules = services / ALONE / "rules.py"
    text = (
        rules.read_text()
        + """

@household("SSI 2020/351")
def weekly_council_tax(nation) -> yes_no:
    \"\"\"A second rule of the name\"\"\"
    return nation == "scotland"
"""
    )
    rules.write_text(text)
    wording = services / ALONE / "wording.cy.yaml"
    wording.write_text(wording.read_text() + "weekly_council_tax:\n  says: Ail reol\n")
    assert any("weekly_council_tax" in str(fault) for fault in together(services))


def _split(services):
    """The rules of a service in two files of its folder rules/, where they stood in one rules.py."""
    whole = services / ALONE / "rules.py"
    first, mark, second = whole.read_text().partition("@household")
    assert mark, "the service that is split here has no household's rule any more"
    folder = services / ALONE / "rules"
    folder.mkdir()
    (folder / "families.py").write_text(first)
    (folder / "payment.py").write_text(mark + second)
    whole.unlink()
    return folder


def test_rules_in_several_files_are_read_as_if_they_were_in_one(services):
    before = gather(services, service=ALONE, organisation="none")
    folder = _split(services)
    after = gather(services, service=ALONE, organisation="none")
    assert faults_of(services) == []
    assert content_hash(after) != content_hash(before)
    (folder / "payment.py").write_text((folder / "payment.py").read_text() + "# One line more.\n")
    assert content_hash(gather(services, service=ALONE, organisation="none")) != content_hash(after)


def test_a_mistake_in_one_of_several_files_is_named_with_that_file_and_its_line(services):
    payment = _split(services) / "payment.py"
    payment.write_text("\n\n" + payment.read_text().replace("return", "retrun", 1))
    assert any(re.match(rf"{ALONE}/rules/payment\.py:\d+", fault) for fault in faults_of(services))


def test_two_rules_of_one_name_in_two_files_of_one_service_are_a_finding(services):
    folder = _split(services)
    (folder / "payment_again.py").write_text((folder / "payment.py").read_text())
    assert any(f"{ALONE}/rules/payment_again.py" in fault for fault in faults_of(services))


def test_a_row_for_a_nation_that_there_is_not_is_a_finding(services):
    shutil.copytree(SERVICES / "what_could_i_get", services / "what_could_i_get")
    file = services / "what_could_i_get" / "service.yaml"
    file.write_text(file.read_text().replace("nations: [wales]", "nations: [whales]", 1))
    assert any("is for 'whales'" in fault and "wales" in fault for fault in faults_of(services))


@pytest.mark.parametrize("stray", ["later/payment.py", "payment.txt"])
def test_a_file_among_the_rules_that_is_not_read_is_a_finding(services, stray):
    file = _split(services) / stray
    file.parent.mkdir(exist_ok=True)
    file.write_text("# nothing\n")
    assert any(f"rules/{stray}:1: this file is not read" in fault for fault in faults_of(services))


def test_findings_fail_the_command(services, capsys):
    (services / CTR / "letters" / "cy" / "no_award.txt").unlink()
    assert main(["check", "--in", str(services)]) == 1
    assert "Findings: " in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path, capsys):
    assert main(["check", "--in", str(tmp_path / "none")]) == 2
    assert "Expected: a folder of services" in capsys.readouterr().err


def test_what_is_wrong_in_a_shared_folder_is_said_once(monkeypatch, capsys):
    shared = Fault("means_test_at_pension_age/rates.yaml", 8, "savings_limit has no figure")
    reports = [Report("one", (shared, shared)), Report("other", (shared,))]
    monkeypatch.setattr(services_check, "check", lambda services: reports)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{shared}\nFindings: 1.\n"
