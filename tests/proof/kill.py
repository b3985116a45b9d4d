"""Kill: a submission is there once and whole, or not at all, wherever the server dies.

Residents press the button on a server that is killed (SIGKILL) between the arrival of their submission and
the last byte of its answer, while others submit as well. Each presses again, with the same key, until she
has her references.

Where a kill strikes is no guess. A rehearsal lists the stages of a submission: arrived, before and after
every statement, before and after every commit, answering. Each kill is aimed at one of them: the server says
that it has reached the stage and waits there. A kill counts only when the client then did not get the last
byte.

One resident in four tells of a missed bin: what the rules decide as it is sent is there with it, or not at
all.

Afterwards the references that residents have seen and those in the database are the same set; every
application has exactly the rows that an undisturbed one has; no row belongs to none; and `moothall verify`
finds the record sound.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle

from tests.kit.places import PYTHON, ROOT
from tests.kit.server import LiveServer
from tests.proof.report import Progress, Result, Sabotage
from tests.proof.resident import Resident
from tests.proof.stages import StageReader
from tests.proof.traced_server import PIPE

NAME = "kill"
SAYS = "a submission is there once and whole, wherever the server dies"
SABOTAGE = Sabotage(
    file="moothall/work/applications/actions/submit.py",
    line="    enqueue_all(due)\n",
    replacement=(
        "    from django.db import transaction; from moothall.ground.organisations.acting import acting_for; "
        "transaction.on_commit(lambda: acting_for(draft.serving)(enqueue_all)(due))\n"
    ),
    why="due work written after the commit is lost when the server dies between the two",
)

DATABASES = ("sqlite", "postgresql")
KILLS = {False: 150, True: 12}  # on each database; long and short
REHEARSED = 4  # among so many there is each kind of submission
REPORT = "missed_bin"
CROWD = 3  # other residents who submit while one is aimed at
TODAY = "2026-11-23"
# What a claim waits for: nobody has decided it yet.
NOT_WRITTEN = {"council_tax_reduction": {"decisions", "letters"}}


def run(
    *,
    seed: int,
    short: bool,
    progress: Progress,
    databases: Sequence[str] = DATABASES,
    kills: int | None = None,
) -> Result:
    result = Result()
    for database in databases:
        proof = _Proof(database, random.Random(f"{seed} {database}"), kills or KILLS[short], progress, result)
        proof.run()
    return result


class _Proof:
    """The proof on one database."""

    def __init__(self, database: str, chance: random.Random, kills: int, progress: Progress, result: Result):
        self.database, self.chance, self.kills = database, chance, kills
        self.progress, self.result = progress, result
        self.residents: list[Resident] = []
        self.lock = threading.Lock()
        self.places_in_crowd = threading.Semaphore(0)
        self.struck: Counter[str] = Counter()

    def run(self) -> None:
        with _traced_server(self.database) as (server, stages):
            self.server, self.stages = server, stages
            # Whoever is aimed at stands in a row of her own, so that every kind of submission has its turn.
            aimed_at, others = REHEARSED + self.kills * 2, self.kills * 2 * CROWD
            waiting = list(self.applicants(aimed_at + others))
            self.aimed_at, self.others = iter(waiting[:aimed_at]), iter(waiting[aimed_at:])
            aims = self.rehearse()
            with self.crowd():
                self.kill_at(aims)
            self.account()
        self.result.count(f"kills on {self.database}", self.struck.total())
        self.result.count(f"places struck on {self.database}", len(self.struck))
        reports = sum(count for place, count in self.struck.items() if place.startswith(REPORT))
        self.result.count(f"kills of reports on {self.database}", reports)
        others = sum(resident.cut_off for resident in self.residents) - self.struck.total()
        self.result.count(f"others cut off on {self.database}", others)
        refused = sum(resident.refused for resident in self.residents)
        self.result.count(f"told to try again on {self.database}", refused)
        self.result.count(f"submissions on {self.database}", len(self.residents))

    def applicants(self, count: int) -> Iterator[Resident]:
        """Residents with everything answered, made by the real actions in a process of their own."""
        command = [str(PYTHON), "-m", "tests.proof.applicants", str(count), "--reports"]
        done = subprocess.run(
            command, cwd=ROOT, env=self.server.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"no applicants: {done.stderr}")
        yield from (Resident(self.server.port, **json.loads(line)) for line in done.stdout.splitlines())

    def next_resident(self, waiting: Iterator[Resident]) -> Resident:
        with self.lock:
            resident = next(waiting)
            self.residents.append(resident)
        resident.open_check_page()
        return resident

    def rehearse(self) -> dict[str, list[str]]:
        """Each kind of submission, undisturbed: by service, the stages that all of it pass, in order."""
        common: dict[str, list[str]] = {}
        for number in (f"rehearsal-{one}" for one in range(REHEARSED)):
            resident = self.next_resident(self.aimed_at)
            if not resident.press(proof=number):
                raise RuntimeError(f"the rehearsal got no answer\n{self.server.end_of_log()}")
            resident.press_until_sent()
            passed = self.stages.of(number)
            known = common.get(resident.service, passed)
            common[resident.service] = [stage for stage in known if stage in passed]
        for service, stages in common.items():
            self.progress(f"{self.database}: {service} passes {len(stages)} stages, {' '.join(stages[-4:])}")
        return common

    def kill_at(self, stages: dict[str, list[str]]) -> None:
        """Aims at every stage of each service in turn, in an order of chance, beginning around commits."""
        aims = {service: cycle(self.in_order(passed)) for service, passed in stages.items()}
        for number in range(self.kills * 2):
            if self.struck.total() == self.kills:
                return
            resident = self.next_resident(self.aimed_at)
            aim = next(aims[resident.service])
            if self.strike(resident, f"kill-{number}", aim):
                self.struck[f"{resident.service} {aim}"] += 1
                if self.struck.total() % 15 == 0:
                    self.progress(f"{self.database}: {self.struck.total()} kills")
        self.result.failures.append(
            f"{self.database}: only {self.struck.total()} of {self.kills} kills struck"
        )

    def in_order(self, stages: list[str]) -> list[str]:
        edges = [stage for stage in stages if "commit" in stage or stage == "answering"]
        return [*edges, *self.chance.sample(stages, len(stages))]

    def strike(self, resident: Resident, number: str, aim: str) -> bool:
        """Kills the server when this submission is at that stage. True when its answer was lost by it."""
        self.places_in_crowd.release(CROWD)
        press = threading.Thread(target=lambda: resident.press(proof=f"{number} {aim}"))
        press.start()
        process = self.stages.wait_for(number, aim)
        if process is not None:
            os.kill(process, signal.SIGKILL)
        press.join()
        cut_off = resident.cut_off == 1
        resident.press_until_sent()
        return process is not None and cut_off

    @contextmanager
    def crowd(self) -> Iterator[None]:
        """Others submit beside each one that is aimed at, and are cut off with her when the server dies."""
        over = threading.Event()

        def submit_when_called() -> None:
            while self.places_in_crowd.acquire() and not over.is_set():
                try:
                    resident = self.next_resident(self.others)
                    resident.press_until_sent()
                except Exception as problem:
                    self.result.failures.append(f"{self.database}: somebody in the crowd: {problem!r}")

        threads = [threading.Thread(target=submit_when_called) for _ in range(CROWD)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            over.set()
            self.places_in_crowd.release(CROWD)
            for thread in threads:
                thread.join()

    def account(self) -> None:
        """Compares what residents have seen with what the database holds."""
        command = [str(PYTHON), "-m", "tests.proof.accounting"]
        done = subprocess.run(
            command, cwd=ROOT, env=self.server.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"the accounts cannot be made: {done.stderr}")
        accounts = json.loads(done.stdout)
        self.compare_references(accounts["applications"])
        self.compare_rows(accounts["applications"], accounts["whole"])
        verified = self.server.command("verify", check=False)
        self.expect(verified.returncode == 0, f"verify: {verified.stdout}{verified.stderr}")

    def compare_references(self, held: list[dict]) -> None:
        seen = [reference for resident in self.residents for reference in resident.references]
        self.expect(len(set(seen)) == len(seen), "two residents were shown the same reference")
        for where in ("application", "promises", "cases"):
            there = [reference for application in held for reference in application["references"][where]]
            lost, unseen = sorted(set(seen) - set(there)), sorted(set(there) - set(seen))
            self.expect(not lost, f"seen by a resident and not among the {where}: {lost}")
            self.expect(not unseen, f"among the {where} and seen by nobody: {unseen}")
            self.expect(len(there) == len(set(there)), f"a reference stands twice among the {where}")
        sent = sorted(application["draft"] for application in held)
        drafts = sorted(resident.draft for resident in self.residents)
        self.expect(sent == drafts, "the interviews sent are not those that residents sent, each once")

    def compare_rows(self, held: list[dict], whole: dict[str, int]) -> None:
        """Every application has the rows of an undisturbed one, and no row belongs to none."""
        models = {_kind(application): application["rows"] for application in reversed(held[:REHEARSED])}
        for (service, _), rows in models.items():
            lacks = {what for what, count in rows.items() if not count}
            self.expect(lacks <= NOT_WRITTEN.get(service, set()), f"{service} lacks rows: {lacks}")
        for application in held:
            wanted = models[_kind(application)]
            if application["rows"] != wanted:
                self.expect(False, f"rows {application['rows']} where an undisturbed one has {wanted}")
        for what, count in whole.items():
            owned = sum(application["rows"][what] for application in held)
            self.expect(count == owned, f"{count} {what}, of which {owned} belong to an application")

    def expect(self, holds: bool, otherwise: str) -> None:
        self.result.expect(holds, f"{self.database}: {otherwise}")


def _kind(application: dict) -> tuple[str, int]:
    """Submissions of one kind write the same rows."""
    return application["service"], application["bodies"]


@contextmanager
def _traced_server(database: str) -> Iterator[tuple[LiveServer, StageReader]]:
    reading, writing = os.pipe()
    server = LiveServer(
        database=database,
        today=TODAY,
        environment={PIPE: str(writing)},
        command=("-m", "tests.proof.traced_server"),
    )
    server.make_data()
    try:
        server.start(pass_fds=[writing])
        os.close(writing)
        yield server, StageReader(reading)
    finally:
        server.stop()
        server.remove_data()
