"""Every figure has its source, every word its Welsh, and no draft is taken for checked."""

import pytest

from moothall.doors.commands.service_checks.welsh import welsh
from moothall.doors.commands.households import SERVICES, definition_of

NAMES = sorted(path.parent.name for path in SERVICES.glob("*/service.yaml"))
# A service of rules alone is worked out and asks nothing by itself.
ASKS = [name for name in NAMES if (SERVICES / name / "questions.yaml").is_file()]


@pytest.mark.parametrize("service", NAMES)
def test_every_figure_has_a_law_and_a_source(service):
    for rate in definition_of(service).rule_book.rates.values():
        assert rate.law
        for row in rate.rows:
            assert len(row.source) > 20, rate.name


@pytest.mark.parametrize("service", NAMES)
def test_a_forecast_is_never_called_verified(service):
    for rate in definition_of(service).rule_book.rates.values():
        assert not [row for row in rate.rows if row.is_forecast and row.verified], rate.name


@pytest.mark.parametrize("service", NAMES)
def test_every_english_word_has_its_welsh(service):
    assert list(welsh(definition_of(service))) == []


@pytest.mark.parametrize("service", NAMES)
def test_all_welsh_is_a_draft_until_a_translator_has_read_it(service):
    definition = definition_of(service)
    assert all(fact.wording["cy"].draft for fact in definition.vocabulary)
    assert definition.rule_book.wordings.drafts["cy"]
    for name in definition.service.get("letters", ()):
        assert definition.letter(name, "cy").status == "draft"


@pytest.mark.parametrize("service", ASKS)
def test_every_screen_is_asked_in_both_languages(service):
    for question in definition_of(service).plan:
        assert question.heading["cy"] != question.heading["en"]
        assert question.why["cy"]
