"""What of an event or a meeting is another than somebody was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.calendar.reading import hours_there
from network.models import EventPage, Meeting
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.pages.listing import date_range


def facts_of(about: EventPage | Meeting) -> dict[str, Any]:
    """What letters say of it, as it is kept with whoever was told (`EventFollower.known`): plain values of JSON."""
    is_event = isinstance(about, EventPage)
    title = "headline" if is_event else "title"
    return {
        "start": about.start.isoformat(),
        "end": about.end.isoformat(),
        "start_time": about.start_time.isoformat() if about.start_time else "",
        "end_time": about.end_time.isoformat() if about.end_time else "",
        "time_zone": about.time_zone,
        "link": about.link,
        "titles": _in_all(about, title),
        # The place of a meeting is written in one language.
        "places": _in_all(about, "place") if is_event else dict.fromkeys(CONTENT_CODES, about.place),
        "is_off": about.is_cancelled if isinstance(about, EventPage) else about.is_off,
    }


def changes(known: Mapping[str, Any], about: EventPage | Meeting, code: str) -> list[str]:
    """A line for each change since, in the reader's language; texts are compared in the content language `code`.

    None for whoever was told before it was kept, and where only a language that they do not read is another.
    """
    if not known:
        return []
    now, before = facts_of(about), _as_it_was(known, about)
    compared = (
        (_("Date"), date_range(about.start, about.end), date_range(before.start, before.end)),
        (_("Time"), hours_there(about), hours_there(before)),
        (_("Place"), *_texts("places", code, now, known)),
        (_("Title"), *_texts("titles", code, now, known)),
        (capfirst(_("link to take part")), now["link"], known["link"]),
    )
    lines = [_line(what, new, old) for what, new, old in compared if new != old]
    if known["is_off"] and not now["is_off"]:
        lines.insert(0, _("It takes place after all."))
    return lines


def _in_all(about: EventPage | Meeting, name: str) -> dict[str, str]:
    return {code: getattr(about, f"{name}_{code}") or "" for code in CONTENT_CODES}


def _as_it_was(known: Mapping[str, Any], about: EventPage | Meeting) -> EventPage | Meeting:
    """One that is not stored, with the days and times of before."""

    def clock(name: str) -> time | None:
        return time.fromisoformat(known[name]) if known[name] else None

    return type(about)(
        start=date.fromisoformat(known["start"]),
        end=date.fromisoformat(known["end"]),
        start_time=clock("start_time"),
        end_time=clock("end_time"),
        time_zone=known["time_zone"],
    )


def _texts(name: str, code: str, now: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    """A text now and before. What is said in one more language is no change."""
    new, old = now[name][code], known[name].get(code, "")
    if not old and any(known[name].values()):
        old = new
    yield from (new, old)


def _line(what: str, new: str, old: str) -> str:
    said = {"what": what, "now": new, "before": old}
    if not new:
        return _("%(what)s: there is none any more (before: %(before)s)") % said
    return (_("%(what)s: %(now)s (before: %(before)s)") if old else _("%(what)s: %(now)s (not said before)")) % said
