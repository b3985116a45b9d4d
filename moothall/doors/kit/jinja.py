"""The Jinja environment of every page: our templates and the GOV.UK Design System's macros."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.templatetags.static import static as static_address
from django.urls import reverse
from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    PrefixLoader,
)
from jinja2.bccache import Bucket

from moothall.doors.kit.fields import field_of, problems
from moothall.doors.kit.formats import in_words, money
from moothall.doors.kit.languages import current_language, here
from moothall.doors.kit.wording import t, welsh_is_draft


def environment(**options: Any) -> Environment:
    """Called once by Django's Jinja2 backend.

    The GOV.UK macros ask for parameters of parameters that were not given, so an undefined
    name must be chainable; and they import one another by the package's own prefix.
    """
    macros = PackageLoader("govuk_frontend_jinja")
    options["loader"] = ChoiceLoader(
        [options["loader"], PrefixLoader({"govuk_frontend_jinja": macros, "govuk": macros})]
    )
    options["undefined"] = ChainableUndefined
    options["bytecode_cache"] = _compiled_pages()
    env = Environment(trim_blocks=True, lstrip_blocks=True, cache_size=400, **options)
    env.globals.update(
        t=t,
        language=current_language,
        here=here,
        url=url,
        static=static,
        in_words=in_words,
        money=money,
        problems=problems,
        field_of=field_of,
        welsh_is_draft=welsh_is_draft,
        demonstration=getattr(settings, "DEMONSTRATION", True),
    )
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def static(path: str) -> str:
    """The address of a static file; its plain address while nothing has been collected.

    Error pages use this too, and must not fail because a manifest is missing.
    """
    try:
        return static_address(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


class CompiledPages(FileSystemBytecodeCache):
    """Templates compiled once and kept; where they cannot be kept, the page is made all the same.

    The page that says that the disk is full is often the first of its kind in a process.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled_pages() -> CompiledPages | None:
    """Compiled templates kept on disk: a fresh process's first page costs 90 ms, not 400."""
    folder = settings.DATA / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None  # A read-only disk: pages are compiled in memory, only more slowly.
    return CompiledPages(str(folder))
