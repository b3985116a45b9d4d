"""Delivers promises to other nodes, and asks about them. What counts as an answer is signed by that node."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable
from datetime import datetime
from time import monotonic
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from moothall.connectors.calling import post
from moothall.ground.nodes.known import Nodes, OtherNode
from moothall.ground.nodes.signing import NotProven, read_answer, sign_request
from moothall.work.applications import between_nodes
from moothall.work.applications.actions.deliver import message_of, question_of
from moothall.work.applications.between_nodes import UNANSWERED, Answer, Message, NotUnderstandable, Question
from moothall.work.applications.ports import NoAnswer

log = logging.getLogger("moothall.other_node")

PROMISES, ASKED = "/api/promises", "/api/promises/asked"
LONGEST_WAIT = 10.0  # seconds; it opens a case meanwhile
RESTS = 9  # times as long as it was waited for in vain


class OtherNodes:
    """The nodes of the list. `clock` is the true time, also where a demonstration lives on another day."""

    def __init__(
        self,
        nodes: Nodes,
        *,
        key: Ed25519PrivateKey,
        clock: Callable[[], datetime],
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        self.nodes, self.key, self.clock = nodes, key, clock
        self.longest_wait, self.rests = longest_wait, RESTS
        self._rests_until: dict[str, float] = {}

    def reached(self) -> dict[str, str]:
        """Key of a body -> name of the node that works for it."""
        return self.nodes.reached()

    def deliver(self, *, organisation: str, payload: dict, now: datetime) -> Answer | None:
        """An errand: bring one promise to its node. None when it is settled already."""
        message = message_of(payload["promise"], organisation=organisation)
        return message and self._asked(PROMISES, message)

    def ask(self, *, organisation: str, payload: dict, now: datetime) -> Answer | None:
        """An errand: ask how one kept promise stands. None when it is over there."""
        question = question_of(payload["promise"], organisation=organisation)
        return question and self._asked(ASKED, question)

    def in_words(self) -> list[str]:
        """Of each node whether it answers and knows us, in words. It is asked about no real promise."""
        return [self._in_words(node) for node in self.nodes.others.values()]

    def _in_words(self, node: OtherNode) -> str:
        told = ", ".join(node.works_for) or "nobody"
        body = next(iter(node.works_for), "nobody")
        try:
            self._call(node, ASKED, Question(uuid4(), node.name, body))
        except NoAnswer as silent:
            return f"{node.name} ({told}) does not answer: {silent}."
        return f"{node.name} ({told}) answers, and knows this node."

    def _asked(self, path: str, said: Message | Question) -> Answer:
        """Its answer, or `unanswered`: never an exception, because a promise is never given up."""
        node, begun = self.nodes.others.get(said.node), monotonic()
        if node is None:
            log.warning("%s is in no list any more, and a promise waits for it", said.node)
            return Answer(UNANSWERED)
        if begun < self._rests_until.get(node.name, 0.0):
            return Answer(UNANSWERED)
        try:
            return self._call(node, path, said)
        except NoAnswer as silent:
            self._rests_until[node.name] = monotonic() + self.rests * (monotonic() - begun)
            log.warning("%s did not answer: %s", node.name, silent)
            return Answer(UNANSWERED)

    def _call(self, node: OtherNode, path: str, said: Message | Question) -> Answer:
        body = json.dumps(said.as_json()).encode()
        asked = sign_request(
            body,
            path=path,
            node=self.nodes.this,
            key=self.key,
            mark=secrets.token_urlsafe(24),
            now=self.clock(),
        )
        answer = post(node.address + path, body, asked, longest_wait=self.longest_wait)
        if answer.status != 200:
            raise NoAnswer(f"it answered with status {answer.status}")
        try:
            read_answer(
                answer.headers, answer.body, asked=asked, status=answer.status, node=node, now=self.clock()
            )
            return between_nodes.read_answer(json.loads(answer.body))
        except NotProven as doubt:
            raise NoAnswer(f"what came is not proven to be its answer ({doubt.why})") from None
        except NotUnderstandable as odd:
            raise NoAnswer(f"its answer cannot be read ({odd})") from None
        except (ValueError, RecursionError):
            raise NoAnswer("its answer is no JSON") from None
