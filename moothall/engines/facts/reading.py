"""What a person typed, read into a fact's value; or why it could not be, in words that help.

Every reader is bounded: the length is checked before anything else looks at the text. Digits are 0 to 9 only,
so that nothing that merely looks like a number is taken for one. What was typed is kept on the `Misread`, cut
to a length that can be shown again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from moothall.engines.facts import dates
from moothall.engines.facts.kindly import say
from moothall.engines.facts.limits import range_of
from moothall.engines.facts.vocabulary import Fact
from moothall.engines.facts.writing import MONTHS, write_answer

LONGEST = {"text": 5000, "name": 100, "email": 254}
LONGEST_OTHER = 100
# Where one chooses and does not type, an answer left out is not one to enter.
NOTHING_CHOSEN = {"choice": "not_a_choice", "yes_no": "not_yes_or_no"}
SHOWN_AGAIN = 200
POUNDS = re.compile(r"[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+")
WITH_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})|(GIR)(0AA)")
HALF_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?(?:[0-9][A-Z]?)?|[A-Z]{1,2}")
EMAIL = re.compile(r"[^\s@<>(),;:\"\\]+@[^\s@<>(),;:\"\\.]+(?:\.[^\s@<>(),;:\"\\.]+)+")
TELEPHONE = re.compile(r"(?:\+44|0)[0-9]{9,10}|\+[0-9]{7,15}")
NATIONAL_INSURANCE = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")


class Misread(ValueError):
    """What was typed cannot be this fact's value.

    `what` is a stable message key, `values` fill its text, `typed` is what was typed, cut to 200 characters.
    """

    def __init__(self, fact: Fact, what: str, typed: object = "", **values: object):
        self.fact = fact
        self.what = what
        self.values = values
        self.typed = _cut(typed)
        super().__init__(f"{fact.name}: {what}")

    def kindly(self, language: str = "en") -> str:
        """What is wrong and what to do next, for the person who typed it."""
        return say(self.what, self.fact, self.values, language)


def read_answer(
    fact: Fact, raw: str | Mapping[str, str] | None, *, today: date, language: str = "en"
) -> float | int | bool | str:
    """The value of `fact` that `raw` states: pence, YYYYMMDD, yes/no, a code, a number or text.

    `raw` is what was typed; for a date it may also be `{"day": .., "month": .., "year": ..}`.
    Raises `Misread`. `language` lets month names and yes/no words be typed in Welsh or English alike.
    """
    if fact.kind == "date" and isinstance(raw, Mapping):
        return _read_date(fact, _parts_as_typed(fact, raw), raw, today)
    if raw is not None and not isinstance(raw, str):
        raise Misread(fact, "not_text", raw)
    text = raw or ""
    longest = LONGEST.get(fact.kind, LONGEST_OTHER)
    if len(text) > longest:
        raise Misread(fact, "too_long", text, longest=f"{longest:,}")
    text = text.replace("\u00a0", " ").strip()
    if not text:
        raise Misread(fact, NOTHING_CHOSEN.get(fact.kind, "empty"), raw or "")
    return _READERS[fact.kind](fact, text, today)


def _read_money(fact: Fact, text: str, today: date) -> float:
    plain = text.replace(" ", "").removeprefix("£")
    if plain.startswith(("-", "\u2212", "\u2013")):
        raise Misread(fact, "minus", text)
    plain = plain.removeprefix("£")
    if WITH_COMMAS.fullmatch(plain):
        plain = plain.replace(",", "")
    if re.fullmatch(r"[0-9]{16,}(?:\.[0-9]*)?", plain):
        most = range_of(fact, today)[1]
        raise Misread(fact, "too_much", text, read=text[:SHOWN_AGAIN], most=_shown(fact, most))
    if not POUNDS.fullmatch(plain):
        raise Misread(fact, "not_money", text)
    whole, _, part = plain.partition(".")
    if len(part) > 2:
        raise Misread(fact, "parts_of_a_penny", text)
    return _within(fact, float(int(whole or "0") * 100 + int((part + "00")[:2])), text, today)


def _read_number(fact: Fact, text: str, today: date) -> float:
    if text.startswith(("-", "\u2212", "\u2013")):
        raise Misread(fact, "minus", text)
    plain = text.replace(",", "") if WITH_COMMAS.fullmatch(text) else text
    if not NUMBER.fullmatch(plain):
        raise Misread(fact, "not_a_number", text)
    number = float(plain)
    if fact.kind == "whole_number" and number != int(number):
        raise Misread(fact, "not_whole", text)
    return _within(fact, number, text, today)


def _read_yes_no(fact: Fact, text: str, today: date) -> bool:
    word = text.casefold()
    if word in ("yes", "y", "true", "ie", "ydw", "oes"):
        return True
    if word in ("no", "n", "false", "nage", "na", "nac ydw", "nac oes"):
        return False
    raise Misread(fact, "not_yes_or_no", text)


def _read_choice(fact: Fact, text: str, today: date) -> str:
    if text not in fact.codes:
        raise Misread(fact, "not_a_choice", text)
    return text


def _read_date_text(fact: Fact, text: str, today: date) -> int:
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text):
        year, month, day = found.groups()
    else:
        parts = [part for part in re.split(r"[\s/.\-]+", text) if part]
        if len(parts) != 3:
            raise Misread(fact, "not_a_date", text)
        day, month, year = parts
    return _read_date(fact, (day, month, year), text, today)


def _parts_as_typed(fact: Fact, raw: Mapping[str, str]) -> tuple[str, str, str]:
    parts = []
    for name in ("day", "month", "year"):
        part = raw.get(name)
        part = "" if part is None else part
        if not isinstance(part, str):
            raise Misread(fact, "not_text", raw)
        if len(part) > LONGEST_OTHER:
            raise Misread(fact, "too_long", part, longest=LONGEST_OTHER)
        parts.append(part.strip())
    if not any(parts):
        raise Misread(fact, "empty", raw)
    for name, part in zip(("day", "month", "year"), parts, strict=True):
        if not part:
            raise Misread(fact, f"no_{name}", raw)
    return tuple(parts)


def _read_date(fact: Fact, parts: tuple[str, str, str], typed: object, today: date) -> int:
    day, month, year = parts
    month = _month_number(month)
    if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in (day, month, year)):
        raise Misread(fact, "not_a_date", typed)
    if len(year) != 4:
        raise Misread(fact, "short_year", typed)
    if not 1 <= int(month) <= 12:
        raise Misread(fact, "no_such_month", typed, month=month)
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        raise Misread(fact, "no_such_day", typed, day=day, month_number=int(month), year=year) from None
    number = dates.to_number(read)
    least, most = range_of(fact, today)
    if number > most:
        what = "in_the_future" if most == dates.to_number(today) else "too_late"
        raise Misread(fact, what, typed, read=_shown(fact, number), most=_shown(fact, most))
    if number < least:
        what = "in_the_past" if least == dates.to_number(today) else "too_early"
        raise Misread(fact, what, typed, read=_shown(fact, number), least=_shown(fact, least))
    return number


def _month_number(month: str) -> str:
    word = month.casefold()
    for names in MONTHS.values():
        for number, name in enumerate(names, start=1):
            if len(word) >= 3 and name.casefold().startswith(word):
                return str(number)
    return month


def _read_postcode(fact: Fact, text: str, today: date) -> str:
    squeezed = re.sub(r"[\s.\-]", "", text).upper()
    if found := POSTCODE.fullmatch(squeezed):
        return " ".join(part for part in found.groups() if part)
    if HALF_POSTCODE.fullmatch(squeezed):
        raise Misread(fact, "half_postcode", text)
    if re.fullmatch(
        r"[0-9]{3,10}|[A-Z][0-9][A-Z][0-9][A-Z][0-9]|[0-9]{4}[A-Z]{2}|[A-Z][0-9]{2}[A-Z0-9]{4}", squeezed
    ):
        raise Misread(fact, "foreign_postcode", text)
    raise Misread(fact, "not_a_postcode", text)


def _read_email(fact: Fact, text: str, today: date) -> str:
    if not EMAIL.fullmatch(text):
        raise Misread(fact, "not_an_email", text)
    return text


def _read_telephone(fact: Fact, text: str, today: date) -> str:
    squeezed = re.sub(r"[\s()\-.]", "", text)
    if not TELEPHONE.fullmatch(squeezed):
        raise Misread(fact, "not_a_telephone", text)
    return squeezed


def _read_national_insurance(fact: Fact, text: str, today: date) -> str:
    squeezed = re.sub(r"\s", "", text).upper()
    if not NATIONAL_INSURANCE.fullmatch(squeezed):
        raise Misread(fact, "not_a_national_insurance_number", text)
    return squeezed


def _read_text(fact: Fact, text: str, today: date) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if hides_something(text, allowed="" if fact.kind == "name" else "\n\t"):
        raise Misread(fact, "odd_letter", text)
    return text


def hides_something(text: str, *, allowed: str = "\r\n\t") -> bool:
    """Whether it holds control characters, or marks that turn the direction of text: they could hide what a
    caseworker or a resident reads."""
    return any(
        unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co") and letter not in allowed for letter in text
    )


def _within(fact: Fact, number: float, typed: str, today: date) -> float:
    least, most = range_of(fact, today)
    if number > most:
        raise Misread(fact, "too_much", typed, read=_shown(fact, number), most=_shown(fact, most))
    if number < least:
        raise Misread(fact, "too_little", typed, read=_shown(fact, number), least=_shown(fact, least))
    return number


def _shown(fact: Fact, value: float | int) -> dict[str, str]:
    return {language: write_answer(fact, value, language) for language in ("en", "cy")}


def _cut(typed: object) -> object:
    if isinstance(typed, Mapping):
        return {str(key)[:20]: _cut(part) for key, part in list(typed.items())[:5]}
    text = typed if isinstance(typed, str) else repr(type(typed).__name__)
    return text if len(text) <= SHOWN_AGAIN else text[:SHOWN_AGAIN]


_READERS = {
    "money": _read_money, "number": _read_number, "whole_number": _read_number, "yes_no": _read_yes_no,
    "choice": _read_choice, "date": _read_date_text, "text": _read_text, "name": _read_text,
    "postcode": _read_postcode, "email": _read_email, "telephone": _read_telephone,
    "national_insurance_number": _read_national_insurance,
}  # fmt: skip
