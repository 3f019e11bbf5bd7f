"""Where the desk leads."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def translate_url(page: int, code: str) -> str:
    """Where a language of a page is translated. Everything of the desk leads there through this function."""
    return reverse("desk_translate", args=[page, code])


def changes_url(page: int, code: str) -> str:
    """What changed in the source since this language was checked against it."""
    return reverse("desk_changes", args=[page, code])


def dashboard_url(**choices: str) -> str:
    """The table of all pages, narrowed by these."""
    return f"{reverse('desk_dashboard')}?{urlencode(choices)}" if choices else reverse("desk_dashboard")
