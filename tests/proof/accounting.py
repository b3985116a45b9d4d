"""What the database holds of every submission, as one JSON object: `python -m tests.proof.accounting`.

Run on a server's own data. For each application it counts the rows that a submission writes: promises, cases,
tasks, decisions, letters, facts, due work, and entries of the record by their verb. Beside them stand the
whole tables' counts of the same rows, so that a row which belongs to no application cannot hide.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

import django

django.setup()

from moothall.ground.due_work.models import Work  # noqa: E402
from moothall.ground.organisations.acting import acting_for  # noqa: E402
from moothall.ground.organisations.models import Organisation  # noqa: E402
from moothall.ground.record import pseudonym  # noqa: E402
from moothall.ground.record.models import Entry, Payload  # noqa: E402
from moothall.ground.subjects.models import Fact  # noqa: E402
from moothall.work.applications.models import Application, Promise  # noqa: E402
from moothall.work.cases.models import Case, Decision, Task  # noqa: E402
from moothall.work.notices.models import Notice  # noqa: E402

# Written by the submission itself. What due work writes later comes when it comes.
VERBS = ("application.submitted", "promise.made", "case.opened")
# Due since the interview began, for every interview, sent or not.
EARLIER = ("draft.forget",)


def main() -> int:
    with acting_for(Organisation.objects.values_list("key", flat=True)):
        rows = _Rows()
        held = [_held(application, rows) for application in Application.objects.order_by("submitted_at")]
        print(json.dumps({"applications": held, "whole": rows.whole()}))
    return 0


class _Rows:
    """Every row that a submission writes, with the id of the case or the application that it is of."""

    def __init__(self):
        self.promises = list(Promise.objects.values_list("submission", "reference"))
        self.cases = list(Case.objects.values_list("submission", "reference", "id"))
        self.tasks = Counter(Task.objects.values_list("case_id", flat=True))
        self.decisions = Counter(Decision.objects.values_list("case_id", flat=True))
        about = dict(Notice.objects.values_list("id", "about"))
        self.letters = Counter(about.values())
        self.facts = Counter(Fact.objects.exclude(case=None).values_list("case", flat=True))
        work = Work.objects.exclude(kind__in=EARLIER).values_list("key", flat=True)
        # A letter's work has the letter's id as its key, all other work that of the case.
        of_letter = {str(letter): str(case) for letter, case in about.items()}
        self.work = Counter(of_letter.get(key, key.split(":")[0]) for key in work)
        self.entries = Counter(
            Entry.objects.filter(verb__in=VERBS).exclude(case="").values_list("case", "verb")
        )
        sent = Payload.objects.filter(entry__verb="application.submitted").values_list("content", flat=True)
        self.sent = Counter(json.loads(content)["application"] for content in sent)

    def whole(self) -> dict[str, int]:
        return {
            "promises": len(self.promises),
            "cases": len(self.cases),
            "tasks": self.tasks.total(),
            "decisions": self.decisions.total(),
            "letters": self.letters.total(),
            "facts": self.facts.total(),
            "due work": self.work.total(),
            "application.submitted": self.sent.total(),
            **_by_verb(self.entries),
        }


def _held(application: Application, rows: _Rows) -> dict[str, object]:
    cases = [(reference, case) for of, reference, case in rows.cases if of == application.draft_id]
    mine = {pseudonym("case", case) for _, case in cases}
    return {
        "service": application.service,
        "draft": str(application.draft_id),
        "bodies": len(application.told),
        "references": {
            "application": sorted(one["reference"] for one in application.told),
            "promises": sorted(reference for of, reference in rows.promises if of == application.draft_id),
            "cases": sorted(reference for reference, _ in cases),
        },
        "rows": {
            "promises": sum(of == application.draft_id for of, _ in rows.promises),
            "cases": len(cases),
            "tasks": sum(rows.tasks[case] for _, case in cases),
            "decisions": sum(rows.decisions[case] for _, case in cases),
            "letters": sum(rows.letters[case] for _, case in cases),
            "facts": sum(rows.facts[case] for _, case in cases),
            "due work": sum(rows.work[str(case)] for _, case in cases),
            "application.submitted": rows.sent[str(application.id)],
            **_by_verb(Counter({place: count for place, count in rows.entries.items() if place[0] in mine})),
        },
    }


def _by_verb(entries: Counter) -> dict[str, int]:
    return {verb: sum(count for (_, said), count in entries.items() if said == verb) for verb in VERBS[1:]}


if __name__ == "__main__":
    sys.exit(main())
