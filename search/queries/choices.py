"""Which values the facets have, with their names in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.core.languages.catalogue import CONTENT_CODES, content_language
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, term_words
from search.documents.facets import FacetName

#: Facets whose values are terms of the taxonomy.
_TAXONOMY = {
    FacetCode.RESOURCE_TYPE.value: FacetName.TYPE,
    FacetCode.STAGE.value: FacetName.STAGE,
    FacetCode.PRIORITY_AREA.value: FacetName.AREA,
    FacetCode.TARGET_GROUP.value: FacetName.TARGET,
    FacetCode.AGENCY.value: FacetName.AGENCY,
    FacetCode.EVIDENCE_LEVEL.value: FacetName.EVIDENCE,
}

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. `lang` is set where the label is in a language of its own."""

    value: str
    label: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of each facet in the order in which they are shown.

    Terms are in the order of the taxonomy, beneficiaries in the alphabetical order of the reader's language,
    languages in that of the catalogue. Years are not listed: which there are, the index knows. `codes` are the values
    of terms and beneficiaries by their keys in the database.
    """

    by_facet: Mapping[FacetName, Mapping[str, Choice]]
    codes: Mapping[FacetName, Mapping[int, str]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Choices:
        """Two queries, for the first who ask in a request."""
        found: dict[FacetName, dict[str, Choice]] = {name: {} for name in FacetName}
        codes: dict[FacetName, dict[int, str]] = {name: {} for name in FacetName}
        for term in term_words().values():
            if term.facet in _TAXONOMY:
                found[_TAXONOMY[term.facet]][term.code] = Choice(term.code, term.label)
                codes[_TAXONOMY[term.facet]][term.pk] = term.code
        for beneficiary in alphabetical(beneficiary_words().values(), "name"):
            found[FacetName.BENEFICIARY][beneficiary.code] = Choice(beneficiary.code, beneficiary.name)
            codes[FacetName.BENEFICIARY][beneficiary.pk] = beneficiary.code
        for code in CONTENT_CODES:
            language = content_language(code)
            found[FacetName.LANGUAGE][code] = Choice(code, language.native_name, language.html_lang)
        return cls(found, codes)

    def known(self, name: FacetName, values: list[str]) -> tuple[str, ...]:
        """Those of the values that exist, each once, in the order of the facet."""
        if name == FacetName.YEAR:
            return tuple(sorted({value for value in values if _YEAR.fullmatch(value)}, reverse=True))
        wanted = set(values)
        return tuple(value for value in self.by_facet[name] if value in wanted)

    def of(self, name: FacetName, value: str) -> Choice:
        """The choice for a value; one that has no name (any more) is called by its code."""
        return self.by_facet[name].get(value) or Choice(value, value)
