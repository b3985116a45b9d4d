"""Fetches the GOV.UK Design System's published package and copies what councils may use of it.

The code is free to use (MIT). The crown, the icons and the GDS Transport typeface are for GOV.UK
services only, so none of them is copied and no style mentions them. Pages fall back to Arial.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setup.commands import SetupFailed, run
from setup.places import NODE_VENV, ROOT, STAMPS, govuk
from setup.progress import Step, step
from setup.stamps import Stamp, digest

PACKAGE = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk"
STYLES = "govuk-frontend.min.css"
SCRIPT = "govuk-frontend.min.js"
OLDEST_NODE = 20
NOTICE = """\
govuk-frontend, https://github.com/alphagov/govuk-frontend
Copyright (C) 2017 Crown Copyright (Government Digital Service). Licensed under the MIT licence.
Changed by set-up: the typeface, the crest and the links to source maps are taken out.
"""


def ensure_design_system() -> None:
    """Makes build/assets/govuk hold the styles and the script. Does nothing when it already does."""
    inputs = [ROOT / "package-lock.json", Path(__file__)]
    stamp = Stamp(STAMPS / "design-system", digest(inputs))
    place = govuk()
    if stamp.holds and all((place / name).is_file() for name in (STYLES, SCRIPT)):
        return
    stamp.clear()
    with step("GOV.UK Design System") as current:
        _fetch(current)
        current.count(3, 3, "taking out what is not for councils")
        place.mkdir(parents=True, exist_ok=True)
        styles = usable_styles((PACKAGE / STYLES).read_text(encoding="utf-8"))
        script = usable_script((PACKAGE / SCRIPT).read_text(encoding="utf-8"))
        (place / STYLES).write_text(styles, encoding="utf-8")
        (place / SCRIPT).write_text(script, encoding="utf-8")
        (place / "LICENCE.txt").write_text(NOTICE, encoding="utf-8")
        current.result = f"{len(styles) // 1024} kB of styles, {len(script) // 1024} kB of script"
    stamp.write()


def usable_styles(css: str) -> str:
    """The package's styles without typeface, crest and links to files that are not copied.

    Raises SetupFailed when one of them is still mentioned, which a new version may bring about.
    """
    css = re.sub(r"/\*![^*]*gov\.uk[^*]*\*/\s*", "", css)
    css = re.sub(r'@font-face\{font-family:"?GDS Transport"?;[^}]*\}', "", css)
    css = re.sub(r'"?GDS Transport"?,\s*', "", css)
    # The crest is a background of the footer's copyright link, a link that our footer does not have.
    css = re.sub(r"\.govuk-footer__copyright-logo[^{}]*\{[^{}]*\}", "", css)
    css = re.sub(r"@supports [^{}]*\{\}", "", css)
    css = re.sub(r"/\*# sourceMappingURL=[^*]*\*/\s*", "", css)
    for forbidden in ("GDS Transport", "crest", "url(/assets/", "sourceMappingURL"):
        if forbidden in css:
            raise SetupFailed(f"The design system's styles still hold {forbidden!r}: change {__name__}.")
    return css


def usable_script(script: str) -> str:
    """The package's script without the link to its source map, which is not copied."""
    return re.sub(r"//# sourceMappingURL=\S*\s*$", "", script)


def _fetch(current: Step) -> None:
    """Puts the package, checked against the lock's hash, into node_modules."""
    advice = "Fetching the design system needs the network once. Run the same command again."
    temporary = not _has_node()
    path: dict[str, str] = {}
    try:
        if temporary:
            current.count(1, 3, "borrowing Node, which this machine does not have")
            path = _borrow_node(advice)
        current.count(2, 3, "fetching")
        run(["npm", "ci", "--omit=dev"], log="npm.log", advice=advice, environment=path)
    finally:
        if temporary:
            shutil.rmtree(NODE_VENV, ignore_errors=True)


def _has_node() -> bool:
    """Whether npm and a node that is new enough are on this machine."""
    if not (shutil.which("npm") and shutil.which("node")):
        return False
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    major = re.match(r"v(\d+)\.", answer.stdout)
    return bool(major) and int(major[1]) >= OLDEST_NODE


def _borrow_node(advice: str) -> dict[str, str]:
    """Installs Node into an environment of its own for as long as it is needed; answers the PATH to use."""
    run([sys.executable, "-m", "venv", "--clear", NODE_VENV], log="node-venv.log", advice=advice)
    lock = ROOT / "requirements-node.txt"
    pip = [NODE_VENV / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "install", "--require-hashes", "-r", lock], log="node.log", advice=advice)
    return {
        "PATH": f"{NODE_VENV / 'bin'}{os.pathsep}{os.environ['PATH']}",
        # This Node brings its own list of authorities. The machine's list may hold one more, of its network.
        "NODE_OPTIONS": "--use-system-ca",
    }
