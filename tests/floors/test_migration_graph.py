"""Foreign keys and migrations point downward, as imports do. import-linter cannot see either.

The order of the rooms is read from `.importlinter`, so that there is one place that says it.
"""

from configparser import ConfigParser

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tests.kit.places import ROOT


def rooms_by_height() -> dict[str, int]:
    """App label to height: what stands lower has the smaller number, neighbours have the same."""
    told = ConfigParser()
    told.read(ROOT / ".importlinter")
    layers = [
        line
        for contract in ("work", "ground")  # the highest first
        for line in told[f"importlinter:contract:{contract}"]["layers"].split("\n")
        if line
    ]
    return {
        room.strip().rsplit(".", 1)[1]: height
        for height, line in enumerate(reversed(layers))
        for room in line.split("|")
    }


HEIGHTS = rooms_by_height()
# The second wall is part of its room, and is an app only to have migrations of its own.
HEIGHTS["wall"] = HEIGHTS["organisations"]


def points_upward(lower: str, upper: str) -> bool:
    """Whether something in `lower` must not point at `upper`: a higher room, or a neighbour."""
    if lower == upper or upper not in HEIGHTS or {lower, upper} == {"wall", "organisations"}:
        return False
    return HEIGHTS[upper] >= HEIGHTS[lower]


def foreign_keys():
    """(model and field, label of its room, label of what it points at), for every model of ours."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in HEIGHTS:
            continue
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield (
                    f"{model.__name__}.{field.name}",
                    model._meta.app_label,
                    field.related_model._meta.app_label,
                )


def dependencies():
    """(migration, label of its room, label of what it depends on), for every migration of ours."""
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        if label in HEIGHTS:
            for other, _ in migration.dependencies:
                yield f"{label}.{name}", label, other


def test_every_room_with_rows_has_its_height():
    ours = {
        config.label for config in apps.get_app_configs()
        if config.name.startswith(("moothall.ground.", "moothall.work."))
    }  # fmt: skip
    # A room that owns no row, such as measures, has a height and no app.
    assert ours <= set(HEIGHTS)


@pytest.mark.parametrize("edges", [foreign_keys, dependencies], ids=["foreign keys", "migrations"])
def test_nothing_points_upward(edges):
    found = list(edges())
    assert len(found) > 10, "the walk found next to nothing, so it proves nothing"
    assert [edge for edge in found if points_upward(*edge[1:])] == []


@pytest.mark.parametrize(
    ("lower", "upper", "wrong"),
    [
        ("notices", "cases", True),
        ("record", "organisations", True),
        ("people", "places", True),
        ("cases", "applications", True),
        ("subjects", "catalogue", True),
        ("cases", "notices", False),
        ("cases", "record", False),
        ("people", "auth", False),
        ("wall", "organisations", False),
        ("wall", "people", True),
    ],
)
def test_what_upward_means(lower, upper, wrong):
    assert points_upward(lower, upper) is wrong
