"""What to tell a person whose answer could not be read: what is wrong, and what to do next.

The Welsh is a draft: no translator has checked it yet, and `WELSH_IS_DRAFT` says so to the message catalogue.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping

from moothall.engines.facts.vocabulary import Fact
from moothall.engines.facts.writing import MONTHS

WELSH_IS_DRAFT = True
MESSAGES: Mapping[str, Mapping[str, str]] = {
    "empty": {"en": "Enter an answer: {label}", "cy": "Rhowch ateb: {label}"},
    "not_text": {"en": "{label} must be typed as text", "cy": "Rhaid teipio {label} fel testun"},
    "too_long": {
        "en": "{label} must be {longest} characters or fewer",
        "cy": "Rhaid i {label} fod yn {longest} nod neu lai",
    },
    "odd_letter": {
        "en": "{label} holds a character that we cannot show. Type it again instead of copying it",
        "cy": "Mae {label} yn cynnwys nod na allwn ei ddangos. Teipiwch ef eto heb ei gopïo o rywle arall",
    },
    "not_money": {
        "en": "{label} must be an amount of money, like 120 or 1,250.50",
        "cy": "Rhaid i {label} fod yn swm o arian, fel 120 neu 1,250.50",
    },
    "parts_of_a_penny": {
        "en": "{label} must be in pounds and pence, with no more than 2 digits after the point",
        "cy": "Rhaid i {label} fod mewn punnoedd a cheiniogau, heb fwy na 2 ddigid ar ôl y pwynt",
    },
    "minus": {"en": "{label} cannot be less than 0", "cy": "Ni all {label} fod yn llai na 0"},
    "too_much": {
        "en": "We understood {read}. {label} must be {most} or less. Check the number of noughts",
        "cy": "Deallwyd {read}. Rhaid i {label} fod yn {most} neu lai. Gwiriwch nifer y seroau",
    },
    "too_little": {
        "en": "We understood {read}. {label} must be {least} or more",
        "cy": "Deallwyd {read}. Rhaid i {label} fod yn {least} neu fwy",
    },
    "not_a_number": {"en": "{label} must be a number, like 3", "cy": "Rhaid i {label} fod yn rhif, fel 3"},
    "not_whole": {
        "en": "{label} must be a whole number, like 3",
        "cy": "Rhaid i {label} fod yn rhif cyfan, fel 3",
    },
    "not_yes_or_no": {"en": "Select yes or no: {label}", "cy": "Dewiswch ie neu nage: {label}"},
    "not_a_choice": {"en": "Select one of the answers: {label}", "cy": "Dewiswch un o'r atebion: {label}"},
    "not_a_date": {
        "en": "{label} must be a date in numbers, like 27 3 1953",
        "cy": "Rhaid i {label} fod yn ddyddiad mewn rhifau, fel 27 3 1953",
    },
    "no_day": {"en": "{label} must include a day", "cy": "Rhaid i {label} gynnwys diwrnod"},
    "no_month": {"en": "{label} must include a month", "cy": "Rhaid i {label} gynnwys mis"},
    "no_year": {"en": "{label} must include a year", "cy": "Rhaid i {label} gynnwys blwyddyn"},
    "short_year": {
        "en": "{label}: the year must have 4 numbers, like 1953",
        "cy": "{label}: rhaid i'r flwyddyn fod yn 4 rhif, fel 1953",
    },
    "no_such_month": {
        "en": "{label}: there is no month {month}. Months go from 1 to 12",
        "cy": "{label}: nid oes mis {month}. Mae'r misoedd yn mynd o 1 i 12",
    },
    "no_such_day": {
        "en": "{label} must be a real date. {month} {year} has {days} days, so there is no {day} {month}",
        "cy": "Rhaid i {label} fod yn ddyddiad go iawn. Mae {days} diwrnod ym mis {month} {year}, "
        "felly nid oes {day} {month}",
    },
    "in_the_future": {
        "en": "We understood {read}. {label} must be today or in the past",
        "cy": "Deallwyd {read}. Rhaid i {label} fod heddiw neu yn y gorffennol",
    },
    "in_the_past": {
        "en": "We understood {read}. {label} must be today or in the future",
        "cy": "Deallwyd {read}. Rhaid i {label} fod heddiw neu yn y dyfodol",
    },
    "too_late": {
        "en": "We understood {read}. {label} must be {most} or earlier",
        "cy": "Deallwyd {read}. Rhaid i {label} fod yn {most} neu'n gynharach",
    },
    "too_early": {
        "en": "We understood {read}. {label} must be {least} or later",
        "cy": "Deallwyd {read}. Rhaid i {label} fod yn {least} neu'n hwyrach",
    },
    "half_postcode": {
        "en": "Enter the whole postcode, with the part after the space, like CT1 2EH",
        "cy": "Rhowch y cod post cyfan, gyda'r rhan ar ôl y bwlch, fel CT1 2EH",
    },
    "foreign_postcode": {
        "en": "This looks like a postcode from another country. Enter a UK postcode, like CT1 2EH",
        "cy": "Mae hwn yn edrych fel cod post o wlad arall. Rhowch god post y DU, fel CT1 2EH",
    },
    "not_a_postcode": {
        "en": "Enter a UK postcode in full, like CT1 2EH",
        "cy": "Rhowch god post y DU yn llawn, fel CT1 2EH",
    },
    "unknown_postcode": {
        "en": "We do not know this postcode. Check it for a mistake; a very new postcode may not be here yet",
        "cy": "Nid ydym yn adnabod y cod post hwn. Gwiriwch ef; efallai nad yw cod post newydd iawn yma eto",
    },
    "not_an_email": {
        "en": "Enter an email address in the correct format, like name@example.com",
        "cy": "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
    },
    "not_a_telephone": {
        "en": "Enter a telephone number, like 01227 960 001 or +44 808 157 0192",
        "cy": "Rhowch rif ffôn, fel 01227 960 001 neu +44 808 157 0192",
    },
    "not_a_national_insurance_number": {
        "en": "Enter a National Insurance number, like QQ 12 34 56 C",
        "cy": "Rhowch rif Yswiriant Gwladol, fel QQ 12 34 56 C",
    },
}


def say(what: str, fact: Fact, values: Mapping[str, object], language: str = "en") -> str:
    """The message `what` about `fact`, filled by our own replace: typed text is never a format string."""
    text = MESSAGES[what][language]
    filled = {"label": fact.words(language).label} | dict(values)
    if "month_number" in filled:
        month = int(filled["month_number"])
        filled["month"] = MONTHS[language][month - 1]
        filled["days"] = monthrange(int(filled["year"]) or 4, month)[1]
    for name, value in filled.items():
        shown = value[language] if isinstance(value, Mapping) else str(value)
        text = text.replace("{" + name + "}", shown)
    return text
