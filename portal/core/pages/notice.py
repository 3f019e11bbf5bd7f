"""Honest notices: that a page is not in the reader's language, that what it says is invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.languages.catalogue import Language
from portal.core.pages.links import LanguageLink

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


@dataclass(frozen=True, slots=True)
class LanguageNotice:
    """What was wanted, what is shown instead, what of the wanted language is ready, and all that exists."""

    wanted: Language
    shown: Language
    overview: Localized | None
    available: list[LanguageLink]


def language_notice(page: ContentPage, localized: Localized, links: list[LanguageLink]) -> LanguageNotice | None:
    """None when the page is shown in the reader's own language."""
    if localized.is_readers_language:
        return None
    card = page.card
    overview = card if card is not None and card.is_readers_language else None
    available = [link for link in links if link.ready]
    return LanguageNotice(localized.reader, localized.language, overview, available)


def sample_notice() -> str:
    """Of content that is invented, for texts that leave the portal; on a page the footer says it."""
    return _(
        "Sample content for demonstration. It is fictional: persons, cases and results are invented and describe no "
        "real institution."
    )
