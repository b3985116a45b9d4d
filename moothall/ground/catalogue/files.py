"""Gathers the files of one service for one organisation, and lays the overlay on.

Invariant: what is gathered depends on the files alone, never on the order in which a
disk lists them, so the same files always have the same hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

# What every definition has in it: the facts, the bank holidays, and which answers do not fit together.
OF_EVERY_SERVICE = ("vocabulary", "calendar", "contradictions")
# A definition is text that people read; this is far above any honest one.
LARGEST_FILE = 1_000_000


# An organisation's own scheme is in files of its overlay that begin like this: scheme.yaml, scheme-2027.yaml.
SHEETS = "scheme"

# The loader in C reads some hundred kilobytes of definitions ten times faster than the one in Python.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NoSuchService(Exception):
    """There is no folder of this name under services/."""


def gather(services: Path, *, service: str, organisation: str) -> dict[str, str]:
    """Path under `services` -> text, for the service, what it uses, and its overlay."""
    if not (services / service / "service.yaml").is_file():
        raise NoSuchService(
            f"Found no {service}/service.yaml. Expected: a folder of that name under services/."
        )
    files: dict[str, str] = {}
    for name in OF_EVERY_SERVICE:
        files |= _folder(services, services / name)
    for name in [service, *_uses(services, service)]:
        files |= _folder(services, services / name)
        files |= _folder(services, services / "local" / organisation / name)
        files |= _sheets_lent(services, name, owner=scheme_owner(files, organisation, name))
    return dict(sorted(files.items()))


def rules_among(paths: Iterable[str], *, folder: str) -> list[str]:
    """The rule files of one folder, in the order in which they are read: rules.py, then those of rules/."""
    several = f"{folder}/rules/"
    return sorted(
        path
        for path in paths
        if path == f"{folder}/rules.py"
        or (path.startswith(several) and path.endswith(".py") and "/" not in path.removeprefix(several))
    )


def rule_files(services: Path) -> dict[str, list[Path]]:
    """Each folder below `services` that holds rules -> its rule files, in the order of reading."""
    found: dict[str, list[Path]] = {}
    for path in (*sorted(services.glob("*/rules.py")), *sorted(services.glob("*/rules/*.py"))):
        found.setdefault(path.relative_to(services).parts[0], []).append(path)
    return dict(sorted(found.items()))


def scheme_owner(files: Mapping[str, str], organisation: str, service: str) -> str:
    """Whose sheets of that service the organisation uses: its own, or those that its overlay names."""
    overlay = _read(files.get(f"local/{organisation}/{service}/service.yaml", "")) or {}
    return str(overlay.get("scheme_of") or organisation)


def _sheets_lent(services: Path, service: str, *, owner: str) -> dict[str, str]:
    """The sheets of another folder; its words stay its own."""
    found = _folder(services, services / "local" / owner / service)
    return {path: text for path, text in found.items() if Path(path).name.startswith(SHEETS)}


def content_hash(files: Mapping[str, str]) -> str:
    """SHA-256 over every path and text, in order of path."""
    digest = hashlib.sha256()
    for path, text in sorted(files.items()):
        for part in (path.encode(), text.encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def layered(files: Mapping[str, str], *, service: str, organisation: str, name: str) -> dict:
    """The YAML file `name` of the service with the organisation's own laid over it, field by field."""
    shared = _read(files.get(f"{service}/{name}", "")) or {}
    local = _read(files.get(f"local/{organisation}/{service}/{name}", "")) or {}
    return _laid_over(shared, local)


def _laid_over(shared: object, local: object) -> object:
    if isinstance(shared, dict) and isinstance(local, dict):
        return shared | {key: _laid_over(shared.get(key), value) for key, value in local.items()}
    return local


def _uses(services: Path, service: str) -> list[str]:
    return (_read((services / service / "service.yaml").read_text()) or {}).get("uses", [])


def _folder(services: Path, folder: Path) -> dict[str, str]:
    """Every text file below a folder but its worked examples, which prove it and are no part of it."""
    found = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        relative = path.relative_to(services)
        if path.is_file() and "examples" not in relative.parts and path.stat().st_size <= LARGEST_FILE:
            found[relative.as_posix()] = path.read_text(encoding="utf-8")
    return found


def _read(text: str) -> dict | None:
    return yaml.load(text, Loader=_Loader)
