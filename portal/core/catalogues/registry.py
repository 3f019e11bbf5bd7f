"""The catalogues of the portal: our own texts, and those of Wagtail."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from django.conf import settings

from portal.core.catalogues.extract import Message, find_messages
from portal.core.catalogues.files import Catalogue
from portal.core.catalogues.wagtail_texts import find_wagtail_texts


def catalogues() -> tuple[Catalogue, ...]:
    """In the order in which Django looks a text up."""
    ours, of_wagtail = map(Path, settings.LOCALE_PATHS)
    return (
        Catalogue(ours, "django", product_messages),
        Catalogue(of_wagtail, "django", _what_only_wagtail_says),
        Catalogue(of_wagtail, "djangojs", partial(find_wagtail_texts, "djangojs")),
    )


def product_messages() -> dict[Message, set[str]]:
    return find_messages(Path(settings.BASE_DIR))


def _what_only_wagtail_says() -> dict[Message, set[str]]:
    """A text that the portal has too is translated once, with the portal's."""
    ours = product_messages()
    return {message: files for message, files in find_wagtail_texts("django").items() if message not in ours}
