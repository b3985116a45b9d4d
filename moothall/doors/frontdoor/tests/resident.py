"""An invented resident with a browser that has no scripts: she reads forms and fills them in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from django.test import Client

SERVICE = "council_tax_reduction"
TAG = re.compile(r"<(input|textarea|button)\b[^>]*>", re.IGNORECASE)

# Joan is 76, lives alone, has a small pension and few savings.
JOAN = {
    "date_of_birth": ("3", "5", "1950"),
    "working_age_benefit": "no",
    "liable_for_council_tax": "alone_or_with_partner",
    "pension_credit": "none",
    "savings": "£3,000",
    "works_for_pay": "no",
    "state_pension": "221.20",
    "private_pension": "0",
    "tax_on_pensions": "0",
    "other_income": "0",
    "war_pension": "0",
    "council_tax_before_discount": "1,850.40",
    "home_changed_for_disability": "none",
    "not_counted_because": "none",
    "disability_benefit": "none",
    "severely_sight_impaired": "no",
    "carers_allowance": "no",
    "carer_is_paid": "no",
    "full_name": "Joan Whitlock",
    "address_line_1": "4 Invented Row",
    "town": "Canterbury",
    "postcode": "CT1 1AA",
    "bus_pass_wanted": "yes",
}


@dataclass
class Resident:
    """What she says, by fact, and where she is."""

    says: dict = field(default_factory=lambda: dict(JOAN))
    client: Client = field(default_factory=Client)
    page: str = ""
    path: str = ""
    status: int = 0

    def opens(self, path: str) -> Resident:
        return self._arrive(self.client.get(path, follow=True))

    def sends(self, path: str, **typed: object) -> Resident:
        return self._arrive(self.client.post(path, typed, follow=True))

    def lives_at(self, postcode: str) -> Resident:
        return self.sends("/", postcode=postcode)

    def begins(self) -> Resident:
        return self.lives_at("CT1 1AA").sends(f"/apply/{SERVICE}/start")

    def answers(self, **instead: object) -> Resident:
        """Fills in the form of the page that she is on and presses its button."""
        return self.sends(self.path, **(self.filled() | instead))

    def answers_until(self, ending: str) -> Resident:
        for _ in range(40):
            if self.path.split("?")[0].endswith(ending):
                return self
            before = self.path
            self.answers()
            assert self.status == 200, f"{before} answered {self.status}: {self.problems}"
        raise AssertionError(f"never came to {ending}; stopped at {self.path}")

    def reaches_the_estimate(self) -> Resident:
        return self.begins().answers_until("/estimate")

    def applies(self) -> Resident:
        """From the estimate by its button to the page that checks the answers."""
        onward = re.search(rf'href="(/apply/{SERVICE}/your-[a-z-]+)"', self.page)
        assert onward, "the estimate offers no way to apply"
        return self.opens(onward[1]).answers_until("/check")

    def submits(self) -> Resident:
        shown = {name: self.hidden(name) for name in ("key", "revision")}
        return self.sends(f"/apply/{SERVICE}/submit", declared="yes", **shown)

    @property
    def title(self) -> str:
        return self._text(r"<title>(.*?)</title>")

    @property
    def heading(self) -> str:
        return self._text(r"<h1.*?>(.*?)</h1>")

    @property
    def words(self) -> str:
        body = self.page.split("</header>", 1)[-1]
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Each line of the error summary: which input it leads to, and what it says."""
        summary = self.page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
        links = re.findall(r'<a href="#([^"]*)">([^<]*)</a>', summary)
        return [(anchor, html.unescape(text)) for anchor, text in links]

    def hidden(self, name: str) -> str:
        return next(value for named, kind, value, _ in self._inputs() if named == name and kind == "hidden")

    def typed(self, name: str) -> str:
        """What stands in the input of that name."""
        return next(value for named, kind, value, _ in self._inputs() if named == name)

    def chosen(self, name: str) -> list[str]:
        return [value for named, _, value, on in self._inputs() if named == name and on]

    def filled(self) -> dict[str, object]:
        filled: dict[str, object] = {}
        for name, kind, value, _ in self._inputs():
            of_whom = name.partition("--")[0]
            fact, part = re.fullmatch(r"(.*?)(-day|-month|-year)?", of_whom).groups()
            part = part or name
            said = self.says.get(of_whom, self.says.get(fact))
            if name == "person":
                filled[name] = [*filled.get(name, []), value]
            elif kind == "hidden":
                filled[name] = value
            elif isinstance(said, tuple):
                filled[name] = said[("day", "month", "year").index(part.rpartition("-")[2])]
            elif kind not in ("submit", "button", "search", "checkbox"):
                filled[name] = said if said is not None else ""
        return filled

    def _inputs(self) -> list[tuple[str, str, str, bool]]:
        found = []
        for match in TAG.finditer(self.page):
            tag = match[0]
            name, kind, value = (re.search(rf' {part}="([^"]*)"', tag) for part in ("name", "type", "value"))
            if name and name[1] != "csrfmiddlewaretoken":
                kind_of = kind[1] if kind else match[1].lower()
                found.append((name[1], kind_of, html.unescape(value[1]) if value else "", " checked" in tag))
        return found

    def _text(self, pattern: str) -> str:
        found = re.search(pattern, self.page, re.DOTALL)
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found[1]))).strip() if found else ""

    def _arrive(self, answer) -> Resident:
        self.page, self.status = answer.content.decode(), answer.status_code
        query = answer.request["QUERY_STRING"]
        self.path = answer.request["PATH_INFO"] + (f"?{query}" if query else "")
        return self
