"""The stages of `make test`, in order: the quick ones first, so that a mistake shows early."""

from dataclasses import dataclass, field

NOT_IN_A_BROWSER = "not browser and not postgresql"


@dataclass(frozen=True)
class Stage:
    """One run of pytest with its own database."""

    name: str
    title: str
    places: tuple[str, ...]
    marks: str = ""
    database: str = "sqlite"
    environment: dict[str, str] = field(default_factory=dict)
    # Runs beside the stages after it, on the other core, and is shown when it has ended.
    beside: bool = False


STAGES = (
    Stage("floors", "Floors: who may lean on whom, and what may be in the repository", ("tests/floors",)),
    Stage(
        "services",
        "Services, places and documents: worked cases, wording, the oracle, every postcode, the tour",
        ("tests/services", "tests/places", "tests/docs"),
        beside=True,
    ),
    Stage("later-python", "The engines, on a later Python", ("tests/later_python",), beside=True),
    Stage("rooms", "Rooms, on SQLite", ("moothall", "setup", "tests/kit", "bench"), marks=NOT_IN_A_BROWSER),
    Stage(
        "rooms-postgresql",
        "Ground, work and doors, on PostgreSQL",
        ("moothall/ground", "moothall/work", "moothall/doors", "tests/kit"),
        marks="not browser",
        database="postgresql",
        beside=True,
    ),
    Stage("proofs", "Proofs, short versions", ("tests/proof",), database="postgresql", beside=True),
    Stage(
        "journeys",
        "Journeys in a browser, on PostgreSQL",
        ("tests/kit/test_browser.py", "tests/journeys"),
        database="postgresql",
    ),
)
