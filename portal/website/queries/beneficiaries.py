"""The six beneficiaries and their institutions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, Language, html_lang_for_reader
from portal.core.languages.collation import sort_key
from portal.core.pages.listing import lang_beside
from portal.vocabulary.models import Beneficiary, Institution
from portal.vocabulary.models.institution import InstitutionType
from portal.website.models import BeneficiaryPage


def beneficiary_pages(user: Any, reader: Language) -> list[BeneficiaryPage]:
    """Pages that the user may read, in the alphabetical order of the reader's language."""
    pages = BeneficiaryPage.objects.listed_for(user).select_related("beneficiary")
    return sorted(pages, key=lambda page: sort_key(page.beneficiary.name, reader.code))


@dataclass(frozen=True, slots=True)
class Name:
    """`lang` is empty where it is the language of the page around it."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class InstitutionEntry:
    """An institution with its name for this reader, and by its own name where that is another."""

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
    names = {code: getattr(institution, f"name_{code}") for code in CONTENT_CODES}
    # English is a translation made for all readers; it comes before a neighbour's language.
    shown = next((code for code in (reader.content_code, "en", *reader.fallbacks) if names[code]), "en")
    originals = [code for code in own if names[code] and code != shown]
    return InstitutionEntry(
        kind=str(InstitutionType(institution.type).label) if institution.type in InstitutionType else "",
        name=_name(names, shown, reader),
        originals=[_name(names, code, reader) for code in originals],
        website=institution.website,
    )


def _name(names: dict[str, str], code: str, reader: Language) -> Name:
    lang = html_lang_for_reader(code, reader) if code in BY_CODE else ""
    return Name(names[code] or "", lang_beside(lang))
