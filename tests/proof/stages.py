"""The near end of the pipe on which the traced server says how far each submission is."""

from __future__ import annotations

import os
import threading
from collections import defaultdict

PATIENCE = 40  # seconds until a stage is given up: the submission went another way


class StageReader:
    """Reads in a thread of its own until the last server that holds the pipe is gone."""

    def __init__(self, pipe: int):
        self._pipe = os.fdopen(pipe, encoding="ascii")
        self._reached: dict[str, dict[str, int]] = defaultdict(dict)
        self._news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def of(self, number: str) -> list[str]:
        """The stages that this submission has passed, in order."""
        with self._news:
            return list(self._reached[number])

    def wait_for(self, number: str, stage: str) -> int | None:
        """The process that has reached that stage of that submission; None when it passed another way."""
        with self._news:
            self._news.wait_for(lambda: {stage, "answering"} & set(self._reached[number]), PATIENCE)
            return self._reached[number].get(stage)

    def _read(self) -> None:
        for line in self._pipe:
            process, number, stage = line.split()
            with self._news:
                self._reached[number][stage] = int(process)
                self._news.notify_all()
