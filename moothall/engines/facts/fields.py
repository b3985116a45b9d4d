"""Fields of definition files: read as what they must be, or reported with file and line."""

from __future__ import annotations

from moothall.engines.facts import dates
from moothall.engines.facts.faults import Fault
from moothall.engines.facts.yaml_lines import Rows, Table, Word

YES_NO = {"yes": True, "true": True, "no": False, "false": False}
# A message shows this much of what was written, however long that is.
SHOWN = 40


class Fields:
    """Reads the fields of one file at a time. `faults` takes each fault, made by `fault_type`."""

    fault_type: type[Fault] = Fault

    def __init__(self, file: str, faults: list):
        self.file, self.faults = file, faults

    def fault(self, line: int, message: str, instead: str | None = None) -> None:
        self.faults.append(self.fault_type(self.file, line, message, instead))

    def known_keys(self, table: Table, keys: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in keys:
                self.fault(table.line_of(key), f"'{key[:SHOWN]}' is no field of {where}", ", ".join(keys))

    def is_table(self, entry: object, line: int, name: str) -> bool:
        if isinstance(entry, Table):
            return True
        self.fault(line, f"{name} is not a mapping", f"{name}: {{...}}")
        return False

    def table(self, entry: Table, key: str) -> Table | dict:
        value = entry.get(key)
        if _is_nothing(value):
            return {}
        if not isinstance(value, Table):
            self.fault(entry.line_of(key), f"{key} is not a mapping", "name: value")
            return {}
        return value

    def text(self, entry: Table, key: str) -> str | None:
        value = entry.get(key)
        if _is_nothing(value):
            return None
        if not isinstance(value, Word):
            self.fault(entry.line_of(key), f"{key} is not plain text", f"{key}: ...")
            return None
        return str(value)

    def words(self, entry: Table, key: str) -> tuple[str, ...]:
        """A list of words; one word alone is a list of one."""
        value = entry.get(key)
        if _is_nothing(value):
            return ()
        if isinstance(value, Word):
            return (str(value),)
        if not isinstance(value, Rows) or not all(isinstance(word, Word) for word in value):
            self.fault(entry.line_of(key), f"{key} is not a list of words", f"{key}: [...]")
            return ()
        return tuple(str(word) for word in value)

    def one_of(
        self,
        entry: Table,
        key: str,
        allowed: tuple[str, ...],
        line: int,
        name: str,
        default: str | None = None,
    ) -> str | None:
        word = self.text(entry, key)
        if word is None and default is not None:
            return default
        if word not in allowed:
            found = f"is '{word[:SHOWN]}'" if word else "is missing"
            at = entry.line_of(key) if word else line
            self.fault(at, f"`{key}` of {name} {found}", ", ".join(allowed))
            return None
        return word

    def yes_no(self, entry: Table, key: str, name: str) -> bool:
        word = self.text(entry, key)
        if word is not None and word not in YES_NO:
            self.fault(entry.line_of(key), f"`{key}` of {name} is '{word[:SHOWN]}'", "yes or no")
        return YES_NO.get(word or "no", False)

    def day(self, entry: Table, key: str, name: str) -> int | None:
        word = self.text(entry, key)
        return None if word is None else self.iso(word, entry.line_of(key), f"`{key}` of {name}")

    def iso(self, word: str, line: int, what: str) -> int | None:
        try:
            return dates.from_iso(word)
        except ValueError:
            self.fault(line, f"{what} is '{word[:SHOWN]}'", "a date like 2026-04-01")
            return None


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, Word) and value.is_null)
