"""Where the desk leads."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from wagtail.coreutils import safe_snake_case

from portal.core.languages.catalogue import BY_CODE


def translate_url(page: int, code: str) -> str:
    """Where a language of a page is translated. Everything of the desk leads there through this function."""
    tab = safe_snake_case(BY_CODE[code].native_name)
    return f"{reverse('wagtailadmin_pages:edit', args=[page])}?language={code}#tab-{tab}"


def changes_url(page: int, code: str) -> str:
    """What changed in the source since this language was checked against it."""
    return reverse("desk_changes", args=[page, code])


def dashboard_url(**choices: str) -> str:
    """The table of all pages, narrowed by these."""
    return f"{reverse('desk_dashboard')}?{urlencode(choices)}" if choices else reverse("desk_dashboard")
