"""A service as a running Moothall uses it: read, checked and compiled from an edition's files."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from moothall.engines.facts import Vocabulary
from moothall.engines.questions import Contradictions, Plan
from moothall.engines.rules import RuleBook, Rules
from moothall.engines.rules.errors import RuleError
from moothall.ground.catalogue.files import SHEETS, layered, rules_among, scheme_owner
from moothall.ground.catalogue.letters import Letter, read_letter
from moothall.ground.catalogue.local_schemes import Sheet, SheetErrors, read_sheets, with_sheets

if TYPE_CHECKING:
    from moothall.engines.deadlines import Calendar
    from moothall.engines.process import Definition as Process

# A process holds this many definitions in memory; each is some hundred kilobytes.
KEPT = 64
# What `kind:` in a service.yaml may say; without it people apply for the service here.
RULES_ONLY, ESTIMATE_ONLY = "rules_only", "estimate_only"
# An interview whose answers go to services of other names, and a service that such an interview alone tells.
TELLING, TOLD_ONLY = "telling", "told_only"
_kept: dict[str, Definition] = {}
_contradictions_read: dict[tuple, Contradictions] = {}


class Definition:
    """One service for one organisation. Everything in it is worked out once and never changes."""

    def __init__(self, files: Mapping[str, str], *, service: str, organisation: str) -> None:
        self.files = files
        self.key = service
        self.organisation = organisation

    @cached_property
    def service(self) -> dict:
        """service.yaml with the organisation's overlay laid on."""
        return self._layered("service.yaml")

    def words_of(self, folder: str) -> dict:
        """service.yaml of another folder that this service uses, as this organisation has it."""
        return layered(self.files, service=folder, organisation=self.organisation, name="service.yaml")

    @property
    def applied_for(self) -> bool:
        """Whether people send something when its interview is over; otherwise it ends with an estimate."""
        return self.service.get("kind") in (None, TELLING)

    @property
    def opens_cases(self) -> bool:
        """Whether a body that was told opens a case of it; otherwise it has no steps and no letters."""
        return self.service.get("kind") in (None, TOLD_ONLY)

    @property
    def tells_others(self) -> bool:
        """Whether it is one interview for many bodies, and no case of its own."""
        return self.service.get("kind") == TELLING

    @property
    def asked(self) -> bool:
        """Whether it has an interview of its own."""
        return self.service.get("kind") not in (RULES_ONLY, TOLD_ONLY)

    @cached_property
    def plan(self) -> Plan:
        """questions.yaml: the screens, their wording, and the sections of the check page; or none."""
        if not self.asked:
            return Plan({}, {})
        path = f"{self.key}/questions.yaml"
        return Plan.from_yaml(path, self.files[path].encode(), self.vocabulary)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return _vocabulary(tuple(self._bytes_under("vocabulary").items()))

    @cached_property
    def contradictions(self) -> Contradictions:
        """The answers that do not fit together, as they were when this was published."""
        files = {path: text for path, text in self.files.items() if path.startswith("contradictions/")}
        return _contradictions(tuple(files.items()), self.vocabulary)

    @cached_property
    def rule_book(self) -> RuleBook:
        return _rule_book(
            tuple(self.rule_texts.items()),
            tuple(self._rates().items()),
            tuple(self._named("wording.cy.yaml").items()),
            tuple(self._bytes_under("vocabulary").items()),
        )

    def same_rules(self, other: Definition) -> bool:
        """Whether another edition works everything out as this one does: the same rules, the same figures."""
        return (self.rule_texts, self._rates()) == (other.rule_texts, other._rates())

    @property
    def rule_texts(self) -> dict[str, bytes]:
        """Path -> text of each rule file: its own, those of the folders it uses, and the overlay's."""
        paths = [path for folder in self._folders() for path in rules_among(self.files, folder=folder)]
        return {path: self.files[path].encode() for path in paths}

    @cached_property
    def process(self) -> Process:
        # Imported here, as the calendar is: a cold start must not wait for what its answer never uses.
        from moothall.engines.process import compile_bpmn

        path = f"{self.key}/process.bpmn"
        return compile_bpmn(self.files[path].encode(), path)

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of the nation whose law this service is."""
        from moothall.engines.deadlines import read_calendars

        return read_calendars(self._bytes_under("calendar"))[self.service["nation"]]

    @cached_property
    def goals(self) -> list[str]:
        """The rules that this service answers, in the order in which people read them."""
        return list(self.service["goals"])

    def rules_on(self, on: date) -> Rules:
        """The versions and rates in force on the date that the decision is about."""
        return _rules_on(self, on)

    def letter(self, name: str, language: str) -> Letter:
        path = f"{self.key}/letters/{language}/{name}.txt"
        return read_letter(self.files[path], path=path)

    def facts_for(self, names: Mapping[str, object]) -> dict[str, object]:
        """Of these facts, the ones that this service names; a body may be told no other."""
        return {name: value for name, value in names.items() if name in self.service["facts"]}

    def _layered(self, name: str) -> dict:
        return layered(self.files, service=self.key, organisation=self.organisation, name=name)

    def _bytes_under(self, folder: str) -> dict[str, bytes]:
        paths = [path for path in self.files if path.startswith(f"{folder}/") and path.endswith(".yaml")]
        return {path: self.files[path].encode() for path in paths}

    def _rates(self) -> dict[str, bytes]:
        """The figures, with those of the organisation's own scheme where it has a sheet for it."""
        rates = self._named("rates.yaml")
        return with_sheets(rates, self._sheet_texts, self.vocabulary) if self.sheets else rates

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets of the organisation's own scheme, by their first day. Raises SheetErrors.

        A sheet of somebody else (`scheme_of:` in the overlay) must be an illustration: one council's adopted
        scheme is not law at another.
        """
        sheets = read_sheets(self._sheet_texts, self.vocabulary) if self._sheet_texts else []
        for sheet in sheets:
            if sheet.organisation != self.organisation and sheet.status != "illustrative":
                says = f"{self.organisation} uses this sheet by scheme_of, and its status is {sheet.status}"
                raise SheetErrors([RuleError(sheet.file, 1, says, "a sheet with status: illustrative")])
        return sheets

    def sheet_on(self, on: date) -> Sheet | None:
        """The sheet that holds on that legal date, or None."""
        return next((sheet for sheet in self.sheets if sheet.holds_on(on.isoformat())), None)

    @cached_property
    def _sheet_texts(self) -> dict[str, bytes]:
        folders = [self.key, *self.service.get("uses", [])]
        owners = {folder: scheme_owner(self.files, self.organisation, folder) for folder in folders}
        return {
            path: text.encode()
            for path, text in self.files.items()
            for folder, owner in owners.items()
            if path.startswith(f"local/{owner}/{folder}/{SHEETS}")
        }

    def _named(self, name: str) -> dict[str, bytes]:
        paths = [f"{folder}/{name}" for folder in self._folders()]
        return {path: self.files[path].encode() for path in paths if path in self.files}

    def _folders(self) -> list[str]:
        """Where its rules, figures and their wording are: its own folder, those it uses, and the overlay."""
        return [self.key, *self.service.get("uses", []), f"local/{self.organisation}/{self.key}"]


Texts = tuple[tuple[str, bytes], ...]  # path -> bytes, in a form that can be a key


@lru_cache(maxsize=8)
def _vocabulary(files: Texts) -> Vocabulary:
    """Every edition holds the whole vocabulary, and few hold another one than the rest."""
    return Vocabulary.from_yaml(dict(files))


@lru_cache(maxsize=64)
def _rule_book(rules: Texts, rates: Texts, wording: Texts, vocabulary: Texts) -> RuleBook:
    """The rules of these texts, checked. Bodies that offer one service have the same: it is built once."""
    book = RuleBook.build(dict(rules), dict(rates), _vocabulary(vocabulary), wording_texts=dict(wording))
    # A book stays as long as the process. Python's collector need not go through it in every full round,
    # which took 24 ms in the middle of some page with one book, and more with each. Frozen, it costs nothing.
    gc.collect()
    gc.freeze()
    return book


def _contradictions(files: tuple[tuple[str, str], ...], vocabulary: Vocabulary) -> Contradictions:
    """Read once in this process for one vocabulary, as many services have the same."""
    key = (vocabulary.fingerprint, files)
    if key not in _contradictions_read:
        if len(_contradictions_read) >= KEPT:
            _contradictions_read.pop(next(iter(_contradictions_read)))
        _contradictions_read[key] = Contradictions.read(
            {path: text.encode() for path, text in files}, vocabulary
        )
    return _contradictions_read[key]


@lru_cache(maxsize=256)
def _rules_on(definition: Definition, on: date) -> Rules:
    return definition.rule_book.on(on)


def definition_of(edition) -> Definition:
    """The definition in an edition, compiled once in this process."""
    if edition.content_hash not in _kept:
        if len(_kept) >= KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[edition.content_hash] = Definition(
            edition.files, service=edition.service, organisation=edition.organisation_id
        )
    return _kept[edition.content_hash]
