"""The triggers that make the record insert-only, in both databases' words.

They hold for every role and every program, which the application's own code could not.
A payload may be deleted, and only once its erasure is on the list.
"""

from __future__ import annotations

INSERT_ONLY = ("record_entry", "record_position", "record_node", "record_checkpoint", "record_erasure")
PAYLOAD = "record_payload"


def statements(vendor: str) -> list[str]:
    """What makes the tables insert-only in this database."""
    return _postgresql() if vendor == "postgresql" else _sqlite()


def undo_statements(vendor: str) -> list[str]:
    """What takes the triggers away again: for tests that empty their own database."""
    if vendor == "postgresql":
        drops = [f"DROP TRIGGER IF EXISTS {table}_{kind} ON {table}" for table, kind in _triggers()]
        return [
            *drops,
            "DROP FUNCTION IF EXISTS record_refuse()",
            "DROP FUNCTION IF EXISTS record_only_erased()",
        ]
    return [f"DROP TRIGGER IF EXISTS {table}_{kind}" for table, kind in _triggers()]


def _triggers() -> list[tuple[str, str]]:
    kinds = ("no_update", "no_delete", "no_truncate")
    return [(table, kind) for table in (*INSERT_ONLY, PAYLOAD) for kind in kinds]


def _sqlite() -> list[str]:
    made = []
    for table in (*INSERT_ONLY, PAYLOAD):
        made.append(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
        )
    for table in INSERT_ONLY:
        made.append(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
        )
    made.append(
        f"CREATE TRIGGER {PAYLOAD}_no_delete BEFORE DELETE ON {PAYLOAD} "
        "WHEN NOT EXISTS (SELECT 1 FROM record_erasure WHERE entry_id = OLD.entry_id) "
        "BEGIN SELECT RAISE(ABORT, 'a payload is deleted only by an erasure'); END"
    )
    return made


def _postgresql() -> list[str]:
    return [
        """CREATE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$""",
        """CREATE FUNCTION record_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM public.record_erasure WHERE entry_id = OLD.entry_id) THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'a payload is deleted only by an erasure'
                USING ERRCODE = 'insufficient_privilege';
        END $$""",
        *(_refusal(table, kind) for table, kind in _triggers() if (table, kind) != (PAYLOAD, "no_delete")),
        f"CREATE TRIGGER {PAYLOAD}_no_delete BEFORE DELETE ON {PAYLOAD} "
        "FOR EACH ROW EXECUTE FUNCTION record_only_erased()",
    ]


def _refusal(table: str, kind: str) -> str:
    verb = kind.removeprefix("no_").upper()
    each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
    return (
        f"CREATE TRIGGER {table}_{kind} BEFORE {verb} ON {table} FOR EACH {each} "
        "EXECUTE FUNCTION record_refuse()"
    )
