"""What a record says of a public resource, in the elements of Dublin Core."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.conf import settings
from django.utils import translation

from portal.core.content_language.localized import ready_codes
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.models import PortalDocument
from portal.core.pages.notice import sample_notice
from portal.core.visibility.querysets import visible_pages
from portal.vocabulary.models import ClassifiedPage, Term
from portal.vocabulary.models.taxonomy import FacetCode
from search.documents.document import document_id
from search.documents.facets import FacetName
from search.documents.files import attached_keys
from search.documents.registry import keys_by_source
from search.documents.source import DocumentSource, objects_at
from search.harvest.sets import BENEFICIARIES, TYPES, member_of

#: What `subject` is made of, besides the concepts of the glossary.
SUBJECTS = (FacetName.STAGE, FacetName.AREA, FacetName.TARGET, FacetName.AGENCY)
_CONCEPTS = "concepts"


class Statement(NamedTuple):
    """An element of Dublin Core with its text; `lang` (BCP 47) is that of words, "" for what is none.

    An address of the portal is a path: under which host it is asked for, the answer knows.
    """

    element: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A public resource. The statements in the language it was written in come before those in others."""

    document_id: str
    identifier: UUID
    sets: tuple[str, ...]
    statements: tuple[Statement, ...]


def descriptions_of(ids: Iterable[str]) -> Iterator[Description]:
    """Of those of these documents that anybody may read now. The number of queries depends on the types alone."""
    kinds: dict[str, Term] | None = None
    for source, keys in keys_by_source(ids):
        if kinds is None:
            kinds = {term.code: term for term in Term.objects.filter(facet__code=FacetCode.RESOURCE_TYPE.value)}
        pages = _pages(source, keys)
        files = _addresses_of_public_files(pages)
        for page in pages:
            yield _describe(page, source, kinds.get(source.type_code), files)


def public_keys(source: DocumentSource, keys: Iterable[int] | None = None) -> list[int]:
    """Of these pages, or of all of the source, those that anybody may read now."""
    pages = source.model.objects.listed_for(None).order_by()
    return list((pages if keys is None else pages.filter(pk__in=list(keys))).values_list("pk", flat=True))


def words_of(source: DocumentSource) -> Iterator[str]:
    """Names of the relations to words whose labels stand in the descriptions of a source."""
    for name in (*SUBJECTS, FacetName.BENEFICIARY):
        if name in source.lookups:
            yield source.lookups[name].partition("__")[0]
    if issubclass(source.model, ClassifiedPage):
        yield _CONCEPTS


def _pages(source: DocumentSource, keys: Sequence[int]) -> list[Any]:
    pages = visible_pages(source.model.objects.readable().filter(pk__in=keys), None)
    return list(pages.for_lists("attachments").prefetch_related(*words_of(source)))


def _addresses_of_public_files(pages: Iterable[Any]) -> dict[int, str]:
    keys = {key for page in pages for key in attached_keys(page)}
    if not keys:
        return {}
    return {file.pk: file.url for file in PortalDocument.objects.filter(pk__in=keys).visible_to(None)}


def _describe(page: Any, source: DocumentSource, kind: Term | None, files: Mapping[int, str]) -> Description:
    codes = sorted(ready_codes(page), key=lambda code: code != page.source_language)
    beneficiaries = _words(page, source, FacetName.BENEFICIARY)
    statements = [
        *(Statement("title", getattr(page, f"headline_{code}"), BY_CODE[code].html_lang) for code in codes),
        *(one for name in SUBJECTS for word in _words(page, source, name) for one in _labels("subject", word)),
        *(one for concept in _concepts(page) for one in _labels("subject", concept)),
        *(Statement("description", text, BY_CODE[code].html_lang) for code in codes for text in _texts(page, code)),
        Statement("publisher", settings.WAGTAIL_SITE_NAME),
        Statement("date", _date(page, source)),
        *(_labels("type", kind) if kind else [Statement("type", source.type_code)]),
        *(Statement("identifier", path, BY_CODE[code].html_lang) for code in codes if (path := _path(page, code))),
        *(Statement("language", code) for code in codes),
        *(Statement("relation", text) for text in source.relations(page) if text),
        *(Statement("relation", files[key]) for key in attached_keys(page) if key in files),
        *(one for word in beneficiaries for one in _labels("coverage", word, "name")),
    ]
    return Description(
        document_id=document_id(source.label, page.pk),
        identifier=uuid5(page.translation_key, document_id(source.label, page.pk)),
        sets=(
            member_of(TYPES, source.type_code),
            *(member_of(BENEFICIARIES, word.code) for word in beneficiaries),
        ),
        statements=tuple(statements),
    )


def _words(page: Any, source: DocumentSource, name: FacetName) -> tuple[Any, ...]:
    return objects_at(page, source.lookups[name]) if name in source.lookups else ()


def _concepts(page: Any) -> tuple[Any, ...]:
    return objects_at(page, _CONCEPTS) if isinstance(page, ClassifiedPage) else ()


def _labels(element: str, word: Any, field: str = "label") -> list[Statement]:
    """What a word is called, in each language in which it has a name."""
    texts = ((code, getattr(word, f"{field}_{code}")) for code in CONTENT_CODES)
    return [Statement(element, text, BY_CODE[code].html_lang) for code, text in texts if text]


def _texts(page: Any, code: str) -> Iterator[str]:
    """The summary in one language, and of what is invented that it is."""
    yield getattr(page, f"summary_{code}")
    if page.is_sample:
        with translation.override(code):
            yield sample_notice()


def _date(page: Any, source: DocumentSource) -> str:
    """As exactly as it is known."""
    day = source.day(page)
    return day.isoformat() if source.is_exact(page) else str(day.year)


def _path(page: Any, code: str) -> str | None:
    """Where this language of the page is at home; None for a page that lies in no site."""
    with translation.override(code):
        return page.get_url()
