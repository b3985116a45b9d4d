"""One resident's claim, with one trouble of the database on every page of it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping

from tests.kit.places import PYTHON, ROOT
from tests.proof.faults_browser import Browser
from tests.proof.faults_database import WORDS
from tests.proof.report import Result

SERVICE = "council_tax_reduction"
APPLY = f"/apply/{SERVICE}"
REFERENCE = re.compile(r"\b[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
MOST_SCREENS = 40
# PostgreSQL that is stopped costs each page ten seconds of waiting for a connection.
SLOW = {("postgresql", "gone")}
# Where a claim that is not troubled everywhere is troubled, besides at its sending.
STOPS = ("/savings",)
# These write nothing that must last.
READERS = ("/", "/case")


class Claim:
    """One resident, and how often a page told her of the trouble."""

    def __init__(self, server, trouble: str, *, short: bool, result: Result):
        # Only now: it needs Django's settings.
        from moothall.doors.frontdoor.tests.resident import Resident

        self.server, self.trouble, self.result, self.told = server, trouble, result, 0
        slow = (server.kind, trouble) in SLOW
        self.everywhere = not short and not slow
        self.stops = () if short and slow else STOPS
        self.joan = Resident(client=Browser(server.port))

    def make(self) -> None:
        self.first_pages()
        self.answers_until("/estimate")
        self.look(f"{APPLY}/estimate")
        onward = re.search(rf'href="({APPLY}/your-[a-z-]+)"', self.joan.page)
        self.joan.opens(onward[1])
        self.answers_until("/check")
        self.look(f"{APPLY}/check")
        self.sends_once()

    # Her way

    def first_pages(self) -> None:
        self.joan.opens("/")
        self.press("/", {"postcode": "CT1 1AA"})
        self.look("/your-area")
        self.look(f"/services/{SERVICE}")
        self.press(f"{APPLY}/start", {"again": "yes"})
        self.expect(self.joan.path.startswith(APPLY), f"began at {self.joan.path}")

    def answers_until(self, ending: str) -> None:
        for _ in range(MOST_SCREENS):
            here = self.joan.path.split("?")[0]
            if here.endswith(ending):
                return
            if self.everywhere or here.endswith(self.stops):
                self.look(here)
                self.press(here, self.joan.filled(), always=here.endswith(self.stops))
            else:
                self.joan.answers()
            if self.joan.status != 200:
                raise AssertionError(f"{here} answered {self.joan.status}: {self.joan.problems}")
        raise AssertionError(f"never came to {ending}; stopped at {self.joan.path}")

    def sends_once(self) -> None:
        """The trouble, the button of the page that told of it, and the button once more."""
        before, sent = self.applications(), {"key": self.joan.hidden("key"), "declared": "yes"}
        self.press(f"{APPLY}/submit", sent, always=True, between=lambda: self.nothing_was_sent(before))
        self.expect(self.joan.heading == "Application sent", f"sending again led to {self.joan.heading!r}")
        references = self.references()
        self.expect(len(references) == 2, f"she was given {references}")
        self.joan.sends(f"{APPLY}/submit", **sent)
        self.expect(self.references() == references, "sent with the same key, it is another application")
        mine = [one for one in self.applications() if one not in before]
        self.expect(len(mine) == 1, f"her claim is there {len(mine)} times")
        self.expect(
            all(set(mine[0]["references"][kind]) == references for kind in ("promises", "cases")),
            f"she holds {sorted(references)}, the database {mine[0]['references']}",
        )
        self.press("/case", self.key_of_her_case())
        self.look(self.joan.path)

    # Trouble

    def look(self, path: str) -> None:
        """Opens a page in trouble, where it shows itself or says what is wrong, and then without."""
        if self.everywhere:
            known = self.references()
            with self.server.in_trouble(self.trouble):
                self.joan.opens(path)
            if self.joan.status != 200:
                self.is_told(f"GET {path}", known)
        self.until_well(lambda: self.joan.opens(path), f"GET {path}")

    def press(
        self,
        path: str,
        typed: Mapping[str, object],
        *,
        always: bool = False,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        """Presses a button in trouble, `always` or where all pages are tried, and then once more."""
        if not (self.everywhere or always):
            self.joan.sends(path, **typed)
            return
        known = self.references()
        with self.server.in_trouble(self.trouble):
            self.joan.sends(path, **typed)
        if self.joan.status == 200 and self.may_succeed(path):
            return
        self.is_told(f"POST {path}", known)
        lost = {name: value for name, value in typed.items() if self.held(name) != value}
        self.expect(not lost, f"POST {path} does not hold {lost}")
        between()
        self.until_well(lambda: self.joan.sends(path, **typed), f"POST {path} again")

    def may_succeed(self, path: str) -> bool:
        """What only reads may, where there is something to read; and a full database may have room left."""
        if self.trouble == "full":
            return not path.endswith("/submit")
        return self.trouble == "read_only" and path in READERS

    def is_told(self, what: str, known: set[str]) -> None:
        joan = self.joan
        self.told += 1
        self.result.count("pages that told of trouble")
        self.expect(joan.status == 503, f"{what} answered {joan.status}")
        self.expect(joan.heading == WORDS[self.trouble], f"{what} says {joan.heading!r}")
        self.expect("Nothing was sent" in joan.words, f"{what} does not say that nothing was sent")
        self.expect("are kept" in joan.words, f"{what} does not say what is kept")
        self.expect(self.references() <= known, f"{what} shows a reference: {self.references()}")

    def until_well(self, act: Callable[[], object], what: str) -> None:
        """Once the database is back, a broken connection may cost another press each, and no more."""
        for _ in range(4):
            act()
            if self.joan.status != 503:
                break
            self.result.count("presses until a connection was new")
        self.expect(self.joan.status == 200, f"{what} answered {self.joan.status} when all was well")

    # Looking

    def held(self, name: str) -> object:
        """What the hidden inputs of that name hold, as the resident's own helper types it."""
        return self.joan.filled().get(name)

    def references(self) -> set[str]:
        return set(REFERENCE.findall(self.joan.page))

    def key_of_her_case(self) -> dict[str, str]:
        key = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", self.joan.words)
        return {"reference": min(self.references()), "key": key[0]}

    def applications(self) -> list[dict]:
        """Every application that the database holds, counted in a process of its own."""
        command = [str(PYTHON), "-m", "tests.proof.accounting"]
        done = subprocess.run(
            command, cwd=ROOT, env=self.server.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"the accounts cannot be made: {done.stderr}")
        return json.loads(done.stdout)["applications"]

    def nothing_was_sent(self, before: list[dict]) -> None:
        self.expect(self.applications() == before, "a claim was kept whose page says that nothing was sent")

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.server.kind}, {self.trouble}: {otherwise}")
