"""What an address of the directory asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of
from search.queries.choices import Choice
from search.queries.parameters import searched_text

MAX_PAGE = 10_000


class Filter(StrEnum):
    """Names in addresses, in the order in which they are shown."""

    BENEFICIARY = "beneficiary"
    TOPIC = "topic"
    LANGUAGE = "language"
    AVAILABLE = "available"
    AGENCY = "agency"


LABELS = {
    Filter.BENEFICIARY: _("Beneficiary"),
    Filter.TOPIC: _("Areas of expertise"),
    Filter.LANGUAGE: _("Language"),
    Filter.AVAILABLE: _("Available as"),
    Filter.AGENCY: _("Agency"),
}

#: What somebody may be available as, with the columns that say so.
AVAILABLE = {
    "trainer": ("is_trainer", _("Trainer")),
    "mentor": ("is_mentor", _("Mentor")),
    "speaker": ("is_speaker", _("Speaker")),
}

Choices = Mapping[Filter, Mapping[str, Choice]]


def choices() -> Choices:
    """The values of each filter in the order in which they are shown. Two queries, for the first who ask."""
    beneficiaries = alphabetical(beneficiary_words().values(), "name")
    found = {
        Filter.BENEFICIARY: [Choice(one.code, one.name) for one in beneficiaries],
        Filter.TOPIC: [Choice(term.code, term.label) for term in terms_of(FacetCode.PRIORITY_AREA)],
        Filter.LANGUAGE: [
            Choice(code, language.native_name, language.html_lang)
            for code in CONTENT_CODES
            for language in [content_language(code)]
        ],
        Filter.AVAILABLE: [Choice(code, str(label)) for code, (_column, label) in AVAILABLE.items()],
        Filter.AGENCY: [Choice(term.code, term.label) for term in terms_of(FacetCode.AGENCY)],
    }
    return {name: {one.value: one for one in values} for name, values in found.items()}


@dataclass(frozen=True, slots=True)
class DirectoryQuery:
    """Words, filters, order and page as asked for. `filters` has only those with at least one value."""

    text: str = ""
    filters: Mapping[Filter, tuple[str, ...]] = field(default_factory=dict)
    by_name: bool = True
    page: int = 1

    @property
    def number_of_filters(self) -> int:
        return sum(len(values) for values in self.filters.values())

    @property
    def is_narrowed(self) -> bool:
        return bool(self.text or self.filters)

    def pairs(self) -> list[tuple[str, str]]:
        """Everything that an address says but the page."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(name.value, value) for name, values in self.filters.items() for value in values]
        return [*pairs, ("sort", "name")] if self.text and self.by_name else pairs

    def address(self, path: str) -> str:
        pairs = self.pairs() + ([("page", str(self.page))] if self.page > 1 else [])
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def without(self, name: Filter, value: str) -> DirectoryQuery:
        remaining = {
            other: tuple(one for one in values if (other, one) != (name, value))
            for other, values in self.filters.items()
        }
        return replace(self, filters={other: values for other, values in remaining.items() if values}, page=1)


def parse(parameters: QueryDict, known: Choices) -> DirectoryQuery:
    """Reads an address. Never fails: what makes no sense is left out, as if it had not been asked for."""
    text = searched_text(parameters.get("q", ""))
    filters = {
        name: tuple(value for value in values if value in set(parameters.getlist(name.value)))
        for name, values in known.items()
    }
    return DirectoryQuery(
        text=text,
        filters={name: values for name, values in filters.items() if values},
        by_name=not text or parameters.get("sort") == "name",
        page=_page(parameters.get("page", "")),
    )


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        return 1
    return min(max(int(value), 1), MAX_PAGE) if len(value) <= len(str(MAX_PAGE)) else MAX_PAGE
