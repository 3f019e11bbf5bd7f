"""The six beneficiaries and their institutions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from portal.core.languages.catalogue import CONTENT_CODES, Language, html_lang_for_reader
from portal.core.pages.addresses import page_url
from portal.core.pages.few import FewPages
from portal.core.pages.listing import lang_beside
from portal.core.registries.frame import Link
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.institution_names import name_in, shown_code
from portal.vocabulary.models import Beneficiary, Institution
from portal.vocabulary.models.institution import InstitutionType
from portal.vocabulary.words import beneficiary_words
from portal.website.models import BeneficiaryPage

_KEPT = "_beneficiary_links"
_PAGES = FewPages(BeneficiaryPage, "beneficiary")


def beneficiary_links(request: HttpRequest) -> list[Link]:
    """Pages that the visitor may read, in the alphabetical order of the reader's language; read once for a request."""
    links: list[Link] | None = getattr(request, _KEPT, None)
    if links is None:
        names = beneficiary_words()
        pages = _PAGES.readable_by(getattr(request, "user", None))
        links = [Link(names[page.beneficiary_id].name, page_url(page, request)) for page in pages]
        links = alphabetical(links, "label")
        setattr(request, _KEPT, links)
    return links


@dataclass(frozen=True, slots=True)
class Name:
    """`lang` is empty where it is the language of the page around it."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class InstitutionEntry:
    """An institution with its name for this reader, and by its own name where that is another."""

    pk: int
    kind: str
    name: Name
    originals: list[Name]
    website: str


def institutions_of(beneficiary: Beneficiary, reader: Language) -> list[InstitutionEntry]:
    """In the order of the types of institutions, the same for all six."""
    order = {value: number for number, value in enumerate(InstitutionType.values)}
    found = sorted(beneficiary.institutions.all(), key=lambda one: (order.get(one.type, len(order)), one.pk))
    own = [code for code in CONTENT_CODES if code in beneficiary.portal_languages.split()]
    return [_entry(institution, own, reader) for institution in found]


def _entry(institution: Institution, own: Iterable[str], reader: Language) -> InstitutionEntry:
    shown = shown_code(institution, reader)
    originals = [code for code in own if name_in(institution, code) and code != shown]
    return InstitutionEntry(
        pk=institution.pk,
        kind=str(InstitutionType(institution.type).label) if institution.type in InstitutionType else "",
        name=_name(institution, shown, reader),
        originals=[_name(institution, code, reader) for code in originals],
        website=institution.website,
    )


def _name(institution: Institution, code: str, reader: Language) -> Name:
    return Name(name_in(institution, code), lang_beside(html_lang_for_reader(code, reader)))
