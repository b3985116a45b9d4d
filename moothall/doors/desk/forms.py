"""The forms of an officer's own work: deciding, and finishing a task."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from moothall.doors.desk.shown.award import Answer
from moothall.doors.desk.shown.process import Way
from moothall.doors.kit.languages import current_language
from moothall.doors.kit.wording import t
from moothall.engines.facts import Fact, Misread, Wording, hides_something, read_answer

LONGEST_WHY = 5_000
LONGEST_LAW = 300
# A week's or a year's reduction above this is a slip of the pen, not an award.
MOST_PENCE = 10_000_000


class Written(forms.CharField):
    """What an officer writes: it stands in a letter or in the record, so nothing in it may be hidden."""

    def clean(self, value: str | None) -> str:
        if hides_something(value or ""):
            raise forms.ValidationError(t("desk.written.odd_letter"))
        return super().clean(value)


class Amount(forms.CharField):
    """Money as people type it, read by the engine that reads residents' money too."""

    def __init__(self, goal: str, label: str, unit: str, **options: Any) -> None:
        super().__init__(label=label, required=False, strip=True, **options)
        words = Wording(label=label, question=label)
        self.fact = Fact(
            name=goal,
            about="case",
            kind="money",
            unit=unit,
            least=0,
            most=MOST_PENCE,
            choices=(),
            wording={"en": words, "cy": words},
        )

    def clean(self, value: str | None) -> float:
        try:
            return float(read_answer(self.fact, value or "", today=date.max, language=current_language()))
        except Misread as misread:
            raise forms.ValidationError(misread.kindly(current_language())) from misread


class Decide(forms.Form):
    """Accept what the rules give, or go on to the page where departing from it is explained."""

    answer = forms.ChoiceField(widget=forms.RadioSelect)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, accept: str | None, **kwargs: Any) -> None:
        """`accept` names the outcome of the rules; None when they give no answer to accept."""
        super().__init__(*args, **kwargs)
        choices = [("accept", t("desk.decide.accept", outcome=accept))] if accept else []
        self.fields["answer"].choices = [*choices, ("depart", t("desk.decide.depart"))]
        self.fields["answer"].label = t("desk.decide.answer")
        self.fields["answer"].error_messages["required"] = t("desk.decide.answer.required")


class Depart(forms.Form):
    """An answer of the officer's own: the outcome, the amounts, why, and on what law."""

    outcome = forms.ChoiceField(widget=forms.RadioSelect)
    why = Written(widget=forms.Textarea, max_length=LONGEST_WHY)
    law = Written(max_length=LONGEST_LAW)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, outcomes: dict[str, str], money: Sequence[tuple[Answer, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = list(outcomes.items())
        for answer, unit in money:
            self.fields[f"amount_{answer.goal}"] = Amount(answer.goal, answer.label, unit)
        for name in ("outcome", "why", "law"):
            self.fields[name].label = t(f"desk.decide.{name}")
            self.fields[name].error_messages["required"] = t(f"desk.decide.{name}.required")
        amounts = [name for name in self.fields if name.startswith("amount_")]
        self.order_fields(["outcome", *amounts, "why", "law", "revision"])

    @property
    def amounts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("amount_")]

    def clean(self) -> dict[str, Any]:
        """An outcome and an amount that contradict each other would make a letter that does."""
        said = super().clean()
        first = next((name for name in self.fields if name.startswith("amount_")), "")
        awards = {"award": True, "no_award": False}.get(said.get("outcome", ""))
        if first in said and awards is not None and awards != (said[first] > 0):
            self.add_error(first, t(f"desk.depart.amount.{said['outcome']}"))
        return said

    def departure(self) -> dict[str, Any]:
        """What the session keeps until she has read the letter."""
        said = self.cleaned_data
        amounts = {
            field.fact.name: {"pence": said[name], "unit": field.fact.unit}
            for name, field in self.fields.items()
            if isinstance(field, Amount)
        }
        return {"outcome": said["outcome"], "amounts": amounts, "why": said["why"], "law": said["law"]}


class AnswerCorrection(forms.Form):
    """Correct it, or say why not."""

    answer = forms.ChoiceField(widget=forms.RadioSelect)
    why = Written(widget=forms.Textarea, max_length=LONGEST_WHY, required=False)

    def __init__(self, *args: Any, accept: str, refuse: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [("accept", accept), ("refuse", refuse)]
        self.fields["answer"].label = t("desk.correction.answer")
        self.fields["answer"].error_messages["required"] = t("desk.correction.answer.required")
        self.fields["why"].label = t("desk.correction.why")
        self.fields["why"].help_text = t("desk.correction.why.hint")

    def clean(self) -> dict[str, Any]:
        """She must be told why something that she says is wrong is kept."""
        said = super().clean()
        if said.get("answer") == "refuse" and not said.get("why", "").strip() and "why" not in self.errors:
            self.add_error("why", t("desk.correction.why.required"))
        return said


class Finish(forms.Form):
    """What was done, and the way on when the process has more than one."""

    note = Written(widget=forms.Textarea, max_length=LONGEST_WHY)

    def __init__(self, *args: Any, ways: Sequence[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ways:
            choices = [(way.outcome, way.label) for way in ways]
            self.fields["outcome"] = forms.ChoiceField(
                widget=forms.RadioSelect, choices=choices, label=t("desk.finish.outcome")
            )
            self.fields["outcome"].error_messages["required"] = t("desk.finish.outcome.required")
            self.order_fields(["outcome", "note"])
        self.fields["note"].label = t("desk.finish.note")
        self.fields["note"].error_messages["required"] = t("desk.finish.note.required")
