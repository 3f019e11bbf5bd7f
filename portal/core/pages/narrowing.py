"""Fields by which lists are narrowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.core.languages.catalogue import BY_CODE


def filter_field(name: str, label: str, options: Iterable[tuple[str, str]], chosen: str) -> dict[str, Any]:
    """One of components/narrowing.html. `chosen` is the value of an option, or "".

    In a field "language" the options are languages by their own names, which are marked as being in them.
    """
    marked = [
        (value, text, value == chosen, BY_CODE[value].html_lang if name == "language" else "")
        for value, text in options
    ]
    return {"name": name, "label": label, "options": marked, "chosen": chosen}
