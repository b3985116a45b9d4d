"""Visits the residents' pages in one process and prints what each costs as one line of JSON."""

from __future__ import annotations

import argparse
import json
import os

from bench._meter import Meter

LARGEST, MOST_CPU = 50.0, 20.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--visits", type=int, default=30)
    asked = parser.parse_args()

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    django.setup()
    print(json.dumps(_measure(asked.visits)))


def _measure(visits: int) -> dict:
    client, pages = _resident()
    figures = {"floor, a page without a template: CPU": _visit(client, "/health", visits)[0].cpu()}
    for name, address in pages.items():
        meter, size = _visit(client, address, visits)
        figures[f"{name}: size"] = {
            "value": size / 1000,
            "unit": "kB",
            "budget": LARGEST,
            "over": size > LARGEST * 1000,
        }
        figures[f"{name}: CPU"] = meter.cpu(budget=MOST_CPU)
        figures[f"{name}: statements"] = {"value": meter.statements(budget=99)["value"], "unit": "statements"}
    return figures


def _visit(client, address: str, visits: int) -> tuple[Meter, int]:
    """The cost of making a page that was made before, and its bytes without its style and script."""
    meter, answer = Meter(), client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}.")
    for _ in range(visits):
        with meter.measured():
            client.get(address)
    return meter, len(answer.content) + sum(len(f"{name}: {value}") for name, value in answer.headers.items())


def _resident():
    """A browser that holds an unsent interview and a decided case, and the pages it may visit."""
    from django.test import Client

    from moothall.ground.organisations.acting import acting_for
    from moothall.work.applications.case_key import case_key
    from moothall.work.cases.actions import decide
    from moothall.work.cases.holding import cases
    from tests.kit import claims

    application = claims.submitted()
    with acting_for({"canterbury"}):
        case = cases().get(reference=application.reference)
        officer = claims.an_officer("canterbury")
        decide(case.id, actor=officer, revision=case.revision, today=claims.TODAY, now=claims.NOW)
    client = Client()
    client.post("/", {"postcode": "CT1 1AA"})
    client.post("/case", {"reference": application.reference, "key": case_key(application.draft_id)})
    first = client.post(f"/apply/{claims.SERVICE}/start").url
    return client, {
        "the first page": "/",
        "who serves you": "/your-area",
        "a service": f"/services/{claims.SERVICE}",
        "the first question": first,
        "a case": f"/case/{application.reference}",
        "a decision": f"/case/{application.reference}/decision",
    }


if __name__ == "__main__":
    main()
