"""The real server, made to tell how far it is with a submission, so that a kill can be aimed.

It is `moothall serve` in every respect but two. The application and the database connection are wrapped: a
request that carries the header X-Proof reports each stage on a pipe (arrived, every statement and commit
before and after, answering), and waits at the stage that the header names, so that the kill meets it there.
And it is forked from a parent that has loaded the code, holds no connection and starts the next one when
one is killed: a hundred and fifty starts would else cost more than all that is proved.

Each line on the pipe is one write, so no line is ever torn: `pid number stage`.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time

PIPE = "MOOTHALL_PROOF_STAGES"
HELD_FOR = 20  # seconds until a request that nobody killed goes on
PARENT_DEATH = 1  # PR_SET_PDEATHSIG: a child never outlives the parent, however that ends


class Stages:
    """What the thread's request has reached. A request without the header is none of ours."""

    def __init__(self, pipe: int):
        self.pipe = pipe
        self.thread = threading.local()

    def begin(self, header: str) -> None:
        """The header is `number`, or `number aim`, where aim is a stage to wait at."""
        number, _, aim = header.partition(" ")
        self.thread.number, self.thread.aim = number, aim
        self.thread.statements = self.thread.commits = 0

    def end(self) -> None:
        self.thread.number = None

    def at(self, stage: str) -> None:
        number = getattr(self.thread, "number", None)
        if number is None:
            return
        self.tell(f"{number} {stage}")
        if stage == self.thread.aim:
            time.sleep(HELD_FOR)

    def tell(self, what: str) -> None:
        os.write(self.pipe, f"{os.getpid()} {what}\n".encode())

    def around_statement(self, execute, sql, params, many, context):
        if getattr(self.thread, "number", None) is None:
            return execute(sql, params, many, context)
        self.thread.statements += 1
        place = f"statement-{self.thread.statements}"
        self.at(f"before-{place}")
        result = execute(sql, params, many, context)
        self.at(f"after-{place}")
        return result

    def around_commit(self, commit) -> None:
        if getattr(self.thread, "number", None) is None:
            return commit()
        self.thread.commits += 1
        place = f"commit-{self.thread.commits}"
        self.at(f"before-{place}")
        commit()
        self.at(f"after-{place}")


def main(argv: list[str]) -> int:
    stages = Stages(int(os.environ[PIPE]))
    application = _traced_application(stages)
    child = 0

    def stop(*_) -> None:
        if child:
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)
        os._exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while True:
        child = os.fork()
        if child == 0:
            _serve(argv, application, stages)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            # It ended by itself: that is for LiveServer to notice and to tell.
            return os.waitstatus_to_exitcode(status)


def _serve(argv: list[str], application, stages: Stages) -> None:
    """The child: what `moothall serve` does, with the wrapped application in the place of the plain one."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGKILL)
    from moothall import wsgi
    from moothall.doors.commands import serve

    wsgi.application = application
    stages.tell("- serving")
    os._exit(serve.main(argv))


def _traced_application(stages: Stages):
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.signals import connection_created
    from django.urls import get_resolver

    from moothall.wsgi import application

    get_resolver().url_patterns  # noqa: B018  Loads every view once, for all the children.
    committing = BaseDatabaseWrapper._commit

    def commit(connection) -> None:
        stages.around_commit(lambda: committing(connection))

    def wrap(connection, **_) -> None:
        if stages.around_statement not in connection.execute_wrappers:
            connection.execute_wrappers.append(stages.around_statement)

    BaseDatabaseWrapper._commit = commit
    connection_created.connect(wrap, weak=False)

    def traced(environ, start_response):
        header = environ.get("HTTP_X_PROOF")
        if not header:
            return application(environ, start_response)
        stages.begin(header)
        try:
            stages.at("arrived")
            answer = application(environ, start_response)
            # The whole answer is made and no byte of it has been sent.
            stages.at("answering")
            return answer
        finally:
            stages.end()

    return traced


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
