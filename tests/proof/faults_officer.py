"""An officer at her desk while the database is in trouble: she is told so too, and keeps what she wrote."""

from __future__ import annotations

import html
import re

from tests.proof.faults_database import TROUBLES, WORDS
from tests.proof.report import Result
from tests.proof.visitor import CSRF, Visitor

WHY = "She moved out on 3 November, as her neighbour says."
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


class Officer:
    """One officer with one case, on a server whose stage the proof of the walls has set."""

    def __init__(self, server, stage: dict, *, short: bool, result: Result):
        self.server, self.result, self.told = server, result, 0
        self.sign_in = next(one for one in stage["officers"] if one["name"] == "canterbury-caseworker")
        self.case = next(
            one["id"] for one in stage["ids"] if (one["what"], one["owner"]) == ("case", "shared")
        )
        # PostgreSQL that is stopped costs each page ten seconds of waiting for a connection.
        self.slow = {"gone"} if short and server.kind == "postgresql" else set()
        self.visitor = Visitor("officer", server.port, frozenset(), {"csrftoken": CSRF})
        self.visitor.sign_in(
            email=self.sign_in["email"], password=self.sign_in["password"], secret=self.sign_in["secret"]
        )

    def work(self) -> None:
        for trouble in TROUBLES:
            if trouble not in self.slow:
                self.work_in(trouble)

    def work_in(self, trouble: str) -> None:
        pages = ("/desk/", f"/desk/case/{self.case}", f"/desk/case/{self.case}/depart")
        with self.server.in_trouble(trouble):
            for page in pages:
                self.look(trouble, page)
            written = self.look(trouble, pages[2], {"why": WHY, "revision": "1"})
            entering = self.look(
                trouble, "/accounts/sign-in", {"login": "a@b.example", "password": self.sign_in["password"]}
            )
        if written.status == 503:
            self.expect(WHY in html.unescape(written.text), f"{trouble}: the reasons that she wrote are lost")
        self.expect(self.sign_in["password"] not in entering.text, f"{trouble}: a password is on a page")
        for _ in range(4):
            after = self.visitor.ask("GET", "/desk/")
            if after.status != 503:
                break
        self.expect(after.status == 200, f"{trouble}: the desk answers {after.status} when all is well")

    def look(self, trouble: str, page: str, form: dict[str, str] | None = None):
        """One page. It does its work, where it can, or says which trouble there is."""
        answer = self.visitor.ask("GET" if form is None else "POST", page, form=form)
        if answer.status == 503:
            self.told += 1
            self.result.count("pages that told an officer of trouble")
            heading = html.unescape(HEADING.search(answer.text)[1]).strip()
            self.expect(heading == WORDS[trouble], f"{trouble}: {page} says {heading!r}")
        else:
            well = answer.status in (200, 302, 422) and trouble != "gone"
            self.expect(well, f"{trouble}: {page} answered {answer.status}")
        return answer

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.server.kind}, an officer, {otherwise}")
