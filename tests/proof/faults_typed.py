"""What people type that cannot be right, and how they use a browser, on the real server.

Each wrong answer is refused with 422, an error summary that leads to its field, and what was typed still in
it. No answer at all may be a 500. At the end there is one application with what was meant.
"""

from __future__ import annotations

from urllib.parse import quote_from_bytes

from tests.proof.faults_browser import Browser
from tests.proof.faults_claim import APPLY, REFERENCE
from tests.proof.report import Result

# What is typed as a postcode, and a word of the answer.
POSTCODES = {
    "": "Enter",
    "CT1": "whole postcode",
    "CT1 1": "whole postcode",
    "75001": "England, Wales or Scotland",
    "D02 AF30": "postcode",
    "K1A 0B1": "England, Wales or Scotland",
    "CT1 1ZZ": "do not know",
    "ZZ99 9ZZ": "do not know",
    "CT1 1AA; DROP TABLE places_place": "postcode",
    "\x00CT1\x00": "postcode",
    "🏠": "postcode",
    "x" * 5_000: "postcode",
}
BORN = {
    ("30", "2", "1950"): "February",
    ("29", "2", "1951"): "February",
    ("31", "4", "1950"): "April",
    ("3", "5", "2999"): "past",
    ("24", "11", "2026"): "past",
    ("3", "5", "1750"): "",
    ("3", "13", "1950"): "month",
    ("0", "5", "1950"): "",
    ("-3", "5", "1950"): "",
    ("", "5", "1950"): "day",
    ("", "", ""): "Date of birth",
    ("١", "٥", "1950"): "",
    ("3", "5", "1" * 400): "",
}
MONEY = (
    "",
    "lots",
    "-1",
    "−1",
    "1000000000000",
    "10^12",
    "1e12",
    "1,23,4",
    "12.345",
    "NaN",
    "Infinity",
    "0x10",
    "£",
    "9" * 3_000,
    "١٢٣",
    "1\x00",
    "<script>alert(1)</script>",
)
# What is typed, and what the check page shows.
MONEY_AS_WRITTEN = {"£3,000.50": "£3,000.50", " 3 000 ": "£3,000", "3000.5": "£3,000.50", "0": "£0"}
# No one of these may be a fault of ours; the last is her name.
NAMES = (
    "Joan \x00 Whitlock",
    "Joan \ud800 Whitlock",
    "\u202eJoan",
    "'; DROP TABLE cases_case; --",
    "{{ 7 * 7 }}",
    "J" * 101,
    "Joan O’Hara-Łukasz",
)
TEN_MEGABYTES = 10_000_000


def typed_wrong(server, result: Result) -> int:
    """All of it; returns how many wrong answers were refused."""
    typing = _Typing(server, result)
    typing.postcodes()
    typing.dates()
    typing.money()
    typing.ten_megabytes()
    typing.names()
    typing.last_page()
    return typing.refused


class _Typing:
    """One resident who gets everything wrong once."""

    def __init__(self, server, result: Result):
        from moothall.doors.frontdoor.tests.resident import Resident

        self.server, self.result, self.refused = server, result, 0
        self.joan = Resident(client=Browser(server.port))

    # Answers

    def postcodes(self) -> None:
        for typed, word in POSTCODES.items():
            self.joan.lives_at(typed)
            self.is_refused(f"postcode {typed[:40]!r}", word)
            self.expect(self.kept("postcode", typed), f"postcode {typed[:40]!r} is not kept")

    def dates(self) -> None:
        self.joan.begins()
        right = self.joan.says["date_of_birth"]
        for born, word in BORN.items():
            self.joan.says["date_of_birth"] = born
            self.joan.answers()
            shown = tuple(part[:12] for part in born)
            self.is_refused(f"born on {shown}", word)
            for part, typed in zip(("day", "month", "year"), born, strict=True):
                self.expect(
                    self.kept(f"date_of_birth--claimant-{part}", typed),
                    f"born on {shown}: {part} is not kept",
                )
        self.joan.says["date_of_birth"] = right

    def money(self) -> None:
        self.joan.answers_until("/savings")
        for typed in MONEY:
            self.joan.says["savings"] = typed
            self.joan.answers()
            self.is_refused(f"savings {typed[:40]!r}", "")
            self.expect(self.kept("savings", typed), f"savings {typed[:40]!r} are not kept")

    def ten_megabytes(self) -> None:
        here = self.joan.path
        self.joan._arrive(self.joan.client.post(here, b"savings=" + b"7" * TEN_MEGABYTES))
        self.is_refused("ten megabytes in one field", "savings")
        self.expect(len(self.joan.page) < 50_000, "the page sends back what was too long")
        self.joan._arrive(self.joan.client.post(here, b"savings=" + b"a" * (4 * TEN_MEGABYTES)))
        self.expect(self.joan.status == 413, f"forty megabytes were answered with {self.joan.status}")
        self.joan.opens(here)

    def names(self) -> None:
        self.joan.says["savings"] = "3,000"
        self.joan.answers_until("/estimate").opens(f"{APPLY}/your-name")
        for name in NAMES:
            raw = quote_from_bytes(name.encode("utf-8", "surrogatepass"))
            answer = self.joan.client.post(f"{APPLY}/your-name", f"full_name--claimant={raw}".encode())
            self.expect(
                answer.status_code in (302, 422), f"the name {name[:30]!a} was answered {answer.status_code}"
            )
        self.joan.opens(f"{APPLY}/estimate").applies()
        for typed, shown in MONEY_AS_WRITTEN.items():
            self.joan.opens(f"{APPLY}/savings?return=check")
            self.joan.says["savings"] = typed
            self.joan.answers()
            self.expect(
                self.joan.path.endswith("/check") and shown in self.joan.words,
                f"savings {typed!r} are not read as {shown}, but {self.joan.problems}",
            )

    # Her browser

    def last_page(self) -> None:
        """The session ends, the form is stale, there are two tabs, she goes back: her answers survive."""
        joan, other_tab = self.joan, self.another_tab()
        joan.client.cookies.pop("sessionid", None)
        token = joan.client.cookies.pop("csrftoken")
        joan.submits()
        self.expect(joan.status == 403 and "are kept" in joan.words, f"a stale form: {joan.status}")
        joan.client.cookies["csrftoken"] = token
        joan.opens(f"{APPLY}/check")
        self.expect(NAMES[-1] in joan.words, "the answers did not survive the end of the session")
        joan.submits()
        references = set(REFERENCE.findall(joan.page))
        self.expect(len(references) == 2, f"a claim after all of that was answered {joan.heading!r}")
        other_tab.submits()
        self.expect(references == set(REFERENCE.findall(other_tab.page)), "another tab sent another claim")
        for page in ("check", "estimate", "savings"):
            joan.opens(f"{APPLY}/{page}")
            self.expect(joan.path.endswith("/done"), f"going back to {page} does not show that it was sent")
        late = self.another_tab(f"{APPLY}/done")
        late.sends(f"{APPLY}/savings", savings="1")
        self.expect(late.path.endswith("/done"), "an answer was taken after sending")

    def another_tab(self, path: str = f"{APPLY}/check"):
        return type(self.joan)(client=self.joan.client).opens(path)

    # Looking

    def is_refused(self, what: str, word: str) -> None:
        self.refused += 1
        self.result.count("answers that cannot be right")
        problems = self.joan.problems
        self.expect(self.joan.status == 422, f"{what} was answered {self.joan.status}")
        self.expect(
            len(problems) == 1 and word.lower() in problems[0][1].lower(),
            f"{what} is explained as {problems}",
        )
        self.expect(
            bool(problems) and f'id="{problems[0][0]}"' in self.joan.page,
            f"{what}: the summary leads nowhere",
        )

    def kept(self, name: str, typed: str) -> bool:
        """Whether the field holds what was typed, were it cut to a length that can be shown."""
        held = next((value for named, _, value, _ in self.joan._inputs() if named == name), "")
        return held == typed or (len(typed) > 60 and typed.startswith(held) and len(held) >= 20)

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.server.kind}: {otherwise}")
