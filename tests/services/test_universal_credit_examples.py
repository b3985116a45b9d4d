"""Published examples of Universal Credit, with the figures of their own year where they have others."""

import json
from datetime import date

import pytest
import yaml

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.rules import RuleBook
from tests.kit.shared import shared

DAY = date(2026, 6, 1)
SERVICE = "universal_credit"
# The lower work allowance of 2022-23, as the example prints it.
WORK_ALLOWANCE_2022 = 335.00


def printed(name):
    text = shared("data/ctr/worked_examples.json").read_text()
    return next(one for one in json.loads(text)["examples"] if one["id"] == name)


def worked_out(goal, *, household=None, people, figures=None):
    definition = definition_of(SERVICE)
    files = {path: text.encode() for path, text in definition.files.items() if path.endswith("/rates.yaml")}
    rates = yaml.safe_load(files[f"{SERVICE}/rates.yaml"])
    for name, value in (figures or {}).items():
        for row in rates[name]["rows"]:
            row["value"] = value
    files[f"{SERVICE}/rates.yaml"] = yaml.safe_dump(rates, sort_keys=False).encode()
    book = RuleBook.build(definition.rule_texts, files, definition.vocabulary, {})
    rows = [{"id": f"person{n}", "facts": facts} for n, facts in enumerate(people)]
    plain = {
        "household": {"nation": "england"} | (household or {}),
        "families": [{"id": "family1", "people": rows}],
    }
    circumstances = Circumstances.from_dict(plain, definition.vocabulary, today=DAY)
    return book.on(DAY).work_out([goal], circumstances)[goal].value / 100


@pytest.mark.shared
@pytest.mark.parametrize("name", ["uc-capital-6250", "uc-capital-6300"])
def test_the_income_that_is_assumed_for_savings(name):
    example = printed(name)
    savings = f"{example['inputs']['capital']:.2f}"
    found = worked_out(
        "assumed_income_from_savings", household={"savings": savings}, people=[{"role": "claimant"}]
    )
    assert found == example["expected"]["tariff_income_monthly"]


@pytest.mark.shared
def test_a_lone_parent_who_earns_1200_a_month_in_2022():
    """Quids in!: "£1,500 minus £475.75, leaving her with £1,024.25". Net pay is made from pay before tax."""
    example = printed("uc-quidsin-2022")
    parent = {
        "role": "claimant", "date_of_birth": "1990-01-01", "works_for_pay": True, "earnings": "291.15",
        "self_employed_profit": "0.00", "pension_contributions": "0.50", "state_pension": "0.00",
        "private_pension": "0.00", "other_taxable_income": "0.00", "marriage_allowance": "none",
    }  # fmt: skip
    child = {"role": "child", "date_of_birth": "2020-01-01", "sex": "female"}
    rented = {"tenure": "social_rent", "rent": "500.00", "bedrooms": 2, "further_bedrooms": 0}
    of_its_year = {"work_allowance_with_housing": WORK_ALLOWANCE_2022}
    people = [parent, child, child]
    net = worked_out("joint_monthly_earnings", household=rented, people=people)
    taken = worked_out("taken_for_earnings", household=rented, people=people, figures=of_its_year)
    assert net == example["inputs"]["net_earnings_monthly"]
    assert taken == example["expected"]["deduction"]
    assert example["inputs"]["uc_maximum_monthly"] - taken == example["expected"]["uc_monthly"]


@pytest.mark.shared
def test_the_student_of_the_examples_is_said_not_to_be_looked_at():
    """Rey's loan is counted as student income (SI 2013/376 regs 68 to 70), which is not worked out here."""
    assert "student_income_monthly" in printed("uc-student-rey")["expected"]
    said = " ".join(definition_of(SERVICE).service["not_looked_at"]["en"])
    assert "student income" in said
