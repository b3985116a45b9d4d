"""The papers that were given with what opened a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from moothall.work.cases.models import Case
from moothall.work.evidence.kinds import CONTENT_TYPES, ENDINGS
from moothall.work.evidence.models import Attachment
from moothall.work.evidence.queries import papers_of


@dataclass(frozen=True)
class CasePaper:
    """One file of a case: its number among them, and what the service calls such a paper, by language."""

    number: int
    called: Mapping[str, str]
    file: Attachment
    case: Case

    @property
    def saved_as(self) -> str:
        """The file's name when somebody saves it: its case and number, never what she called it."""
        return f"{self.case.reference}-{self.number}.{ENDINGS[self.file.kind]}"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.file.kind]


def papers_of_case(case: Case) -> list[CasePaper]:
    """All of them, the oldest first, their bytes left in the database until they are asked for.

    They belong to the body whose service asked for them: another body of the same telling has none.
    """
    names = {row["key"]: row["name"] for row in case.edition.definition.service.get("evidence", ())}
    given = papers_of(case.submission, service=case.service)
    return [
        CasePaper(number, names.get(one.supports, {"en": one.supports, "cy": one.supports}), one, case)
        for number, one in enumerate(given, start=1)
    ]


def paper_of_case(case: Case, attachment: UUID) -> CasePaper | None:
    """The paper with that id, when it is of this case."""
    return next((paper for paper in papers_of_case(case) if paper.file.pk == attachment), None)
