"""Finding the browser for the browser tests."""

import shutil
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium(environment: Mapping[str, str]) -> Path | None:
    """The browser that `CHROMIUM` names, or else the first one on the path; None when there is none."""
    named = environment.get("CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in NAMES:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            return Path(found)
    return None
