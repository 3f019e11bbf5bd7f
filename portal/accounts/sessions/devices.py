"""What a browser calls itself, in plain words: "Firefox on Windows".

Only these two words are kept, so a session can be known again by its owner, and nobody else by it.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

#: What stands in the header, most telling first: every browser also names those that it wants to be taken for.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
_BETWEEN: Final = "|"


def device_of(user_agent: str) -> str:
    """Browser and system as they are kept; each is "" when it is not one of those above."""
    return f"{_first(_BROWSERS, user_agent)}{_BETWEEN}{_first(_SYSTEMS, user_agent)}"


def device_name(kept: str) -> str:
    """What `device_of` has kept, in the reader's language."""
    browser, _between, system = kept.partition(_BETWEEN)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another program")


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
