"""A translation has been checked against the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


def mark_as_checked(page: ContentPage, code: str, seen: int | None) -> None:
    """`code` says the same as the source did in the version `seen`, which the form was opened with.

    If the source has changed in substance while the form was open, the translation stays outdated. Nothing is stored.
    """
    setattr(page, f"based_on_{code}", min(seen or page.source_version, page.source_version))
