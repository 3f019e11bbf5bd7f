"""How resources are cited."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from portal.core.citing.citation import Citation, citation_of_page
from portal.core.content_language.localized import Localized
from portal.vocabulary.classification import Classification
from practices.models import Standard
from practices.partial_dates import written
from practices.reading.kinds import kind_of


def citation_of(page: Any, localized: Localized, address: str, classification: Classification) -> Citation:
    """A practice or methodology as a page of the portal, with its beneficiaries; of a standard the instrument itself.

    `address` is the canonical one of the page, with the host.
    """
    if isinstance(page, Standard):
        return _instrument(page, localized, address)
    cited_as = ", ".join([str(kind_of(page).one), *(one.name for one in classification.beneficiaries)])
    return citation_of_page(page, localized, address, cited_as)


def _instrument(page: Standard, localized: Localized, address: str) -> Citation:
    """The instrument itself, by the body that issued it; `address` only where its official text has none."""
    # Dates end with a full stop in some languages, and so does every part of a citation.
    revised = written(page.revised_on).removesuffix(".")
    return Citation(
        key=page.slug,
        author=localized.issuing_body,
        title=localized.headline,
        lang=localized.html_lang,
        day=page.adopted_on,
        kind=str(page.get_instrument_type_display()),
        number=page.reference,
        address=page.official_url or address,
        notes=(_("Revised %(date)s") % {"date": revised},) if revised else (),
        is_instrument=True,
    )
