"""What the sequencer and erasure need of PostgreSQL; SQLite needs none of it.

Both functions run as the owner of the tables, because the application's role sees only
the rows of the organisations in context. `record_next` therefore gives away nothing but
row numbers and hashes, and `record_erase` deletes only what the row-level policies let
its caller's context delete (they are forced upon the owner too).
"""

from __future__ import annotations

NEXT = """
CREATE FUNCTION record_next(most integer) RETURNS TABLE (entry_id bigint, leaf_hash bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last_xid xid8 := '0';
    last_id bigint := 0;
BEGIN
    SELECT e.xid, e.id INTO last_xid, last_id
        FROM public.record_position p JOIN public.record_entry e ON e.id = p.entry_id
        ORDER BY p.position DESC LIMIT 1;
    IF NOT FOUND THEN
        last_xid := '0';
        last_id := 0;
    END IF;
    IF last_xid >= pg_snapshot_xmax(pg_current_snapshot()) THEN
        RAISE EXCEPTION 'this record was restored into a younger database'
            USING HINT = 'Run SELECT record_after_restore() as the owner of the tables.';
    END IF;
    RETURN QUERY
        SELECT e.id, e.leaf_hash FROM public.record_entry e
        WHERE (e.xid, e.id) > (last_xid, last_id)
          AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
          AND NOT EXISTS (SELECT 1 FROM public.record_position p WHERE p.entry_id = e.id)
        ORDER BY e.xid, e.id LIMIT most;
END $$
"""

ERASE = """
CREATE FUNCTION record_erase(entries bigint[], said bigint[], why text, moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    erased integer;
BEGIN
    INSERT INTO public.record_erasure (entry_id, organisation, ground, at, said_by_id)
        SELECT p.entry_id, p.organisation, why, moment, given.said_by
        FROM unnest(entries, said) AS given (entry_id, said_by)
        JOIN public.record_payload p ON p.entry_id = given.entry_id;
    DELETE FROM public.record_payload WHERE entry_id = ANY (entries);
    GET DIAGNOSTICS erased = ROW_COUNT;
    RETURN erased;
END $$
"""

# A restored database counts its transactions from the start again, so the numbers kept
# with older entries would hold every new one back. Whatever was restored is committed:
# what had a position comes first, what had none comes next, and all that is new after.
AFTER_RESTORE = """
CREATE FUNCTION record_after_restore() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ALTER TABLE public.record_entry DISABLE TRIGGER record_entry_no_update;
    ALTER TABLE public.record_entry NO FORCE ROW LEVEL SECURITY;
    UPDATE public.record_entry e SET xid = CASE
        WHEN EXISTS (SELECT 1 FROM public.record_position p WHERE p.entry_id = e.id)
        THEN '3'::xid8 ELSE '4'::xid8 END;
    ALTER TABLE public.record_entry FORCE ROW LEVEL SECURITY;
    ALTER TABLE public.record_entry ENABLE TRIGGER record_entry_no_update;
END $$
"""


def statements(vendor: str) -> list[str]:
    if vendor != "postgresql":
        return []
    return [
        "ALTER TABLE record_entry ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id()",
        "CREATE INDEX record_entry_waiting ON record_entry (xid, id)",
        NEXT,
        ERASE,
        AFTER_RESTORE,
        *(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in _FUNCTIONS),
    ]


def undo_statements(vendor: str) -> list[str]:
    if vendor != "postgresql":
        return []
    return [
        *(f"DROP FUNCTION {name}" for name in _FUNCTIONS),
        "ALTER TABLE record_entry DROP COLUMN xid",
    ]


_FUNCTIONS = (
    "record_next(integer)",
    "record_erase(bigint[], bigint[], text, timestamptz)",
    "record_after_restore()",
)
