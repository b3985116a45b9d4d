"""One input of a form, as GOV.UK's parts want it, whoever made it.

The interview makes Fields from the vocabulary; the desk has Django forms, whose bound fields
`field_of` turns into the same thing. `kit/field.html` draws either, so both doors look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django import forms
from django.forms.boundfield import BoundField


@dataclass(frozen=True)
class Option:
    """One radio, checkbox or item of a list."""

    value: str
    text: str
    hint: str | None = None


@dataclass(frozen=True)
class Field:
    """An input: `kind` is text, textarea, password, date, radios, checkboxes, select or hidden."""

    name: str
    label: str
    kind: str = "text"
    id: str = ""
    hint: str | None = None
    error: str | None = None
    value: str = ""
    date: Mapping[str, str] | None = None  # day, month and year as typed
    chosen: tuple[str, ...] = ()  # of checkboxes
    options: tuple[Option, ...] = ()
    is_heading: bool = False
    prefix: str | None = None
    suffix: str | None = None
    width: str = ""  # a GOV.UK width: "5", "10", "two-thirds"
    inputmode: str | None = None
    autocomplete: str | None = None
    rows: int = 5
    autofocus: bool = False

    @property
    def key(self) -> str:
        return self.id or self.name

    @property
    def items(self) -> list[dict[str, object]]:
        """The options as the macros of radios, checkboxes and selects want them."""
        return [
            {"value": one.value, "text": one.text, "hint": {"text": one.hint} if one.hint else None}
            for one in self.options
        ]

    @property
    def anchor(self) -> str:
        """Where the error summary's link goes: the first thing that can be typed in."""
        return f"{self.key}-day" if self.kind == "date" else self.key


@dataclass(frozen=True)
class Problem:
    """One line of the error summary."""

    text: str
    anchor: str = ""


def problems(source: forms.BaseForm | Iterable[Field | Problem] | None) -> list[Problem]:
    """What the error summary lists, in the order of the page: a Django form's errors or Fields'."""
    if not source:
        # A Django form is true, so this is no form at all, or a list with nothing in it.
        return []
    if isinstance(source, forms.BaseForm):
        return _problems_of_form(source)
    return [_problem(one) for one in source if isinstance(one, Problem) or one.error]


def _problem(one: Field | Problem) -> Problem:
    return one if isinstance(one, Problem) else Problem(text=one.error or "", anchor=one.anchor)


def _problems_of_form(form: forms.BaseForm) -> list[Problem]:
    found = [Problem(text=str(error)) for error in form.non_field_errors()]
    for bound in form:
        found += [Problem(text=str(error), anchor=field_of(bound).anchor) for error in bound.errors]
    return found


def field_of(bound: BoundField, **changes: object) -> Field:
    """A Django form's field as ours; `changes` sets what Django does not know, such as `is_heading`."""
    widget = bound.field.widget
    value = bound.value()
    made = Field(
        name=bound.html_name,
        id=bound.auto_id or bound.html_name,
        kind=_kind(widget),
        label=str(bound.label),
        hint=str(bound.help_text) or None,
        error=" ".join(str(error) for error in bound.errors) or None,
        value="" if value is None or isinstance(value, list | tuple | bool) else str(value),
        chosen=_chosen(value),
        options=_options(bound),
        autocomplete=widget.attrs.get("autocomplete"),
        inputmode=widget.attrs.get("inputmode"),
        rows=int(widget.attrs.get("rows", 5)),
    )
    return replace(made, **changes)


def _kind(widget: forms.Widget) -> str:
    kinds = (
        (forms.HiddenInput, "hidden"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkboxes"),
        (forms.Select, "select"),
        (forms.Textarea, "textarea"),
        (forms.PasswordInput, "password"),
    )
    return next((kind for widget_class, kind in kinds if isinstance(widget, widget_class)), "text")


def _chosen(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(one) for one in value)
    return ("on",) if value is True else ()


def _options(bound: BoundField) -> tuple[Option, ...]:
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return (Option(value="on", text=str(bound.label)),)
    choices = getattr(bound.field, "choices", ())
    return tuple(Option(value=str(value), text=str(text)) for value, text in choices)
