"""How a feature declares a page type as part of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from portal.core.content_language.localized import ready_codes, shown_codes
from portal.core.markup.plain_text import plain_text
from portal.core.models import ContentPage
from portal.core.visibility.audience import Rules
from search.documents.document import DocumentText, SearchDocument, document_id
from search.documents.facets import FacetName
from search.documents.file_language import language_of
from search.documents.files import ResourceFile, with_files
from search.documents.labels import NAMED_FACETS, labels_of

#: Pages read from the database at a time when all documents are made.
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a resource that can be linked to: `lang` is "" where the title is in the language of the page."""

    title: str
    lang: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """A page type whose pages are resources of the library.

    - `type_code`: its term in the taxonomy's facet `resource_type`.
    - `lookups`: where its values of the other facets are kept, as Django lookups (`stages__code`). The same
      declaration fills the index and filters in the database when the engine is away.
    - `text`: everything else to be found by, in one content language; rich text and streams are welcome as they are.
    - `concepts`: where its concepts of the glossary are kept, in the same way; "" for a type that has none.
    - `dated`: what "newest" means for it; None falls back to the day it was published.
    - `is_exact`: False where only the year of that date is known, so that no day is shown that nobody knows.
    - `notes`: short facts for its line in a list of results, such as a reference; in English.
    - `relations`: what else it is known by or rests on: the reference or the address of the official text.
    - `is_review_overdue`: whether readers should be told so.
    - `parts_at_stage`: for the code of a stage and keys of pages that may be seen, the parts of each about that stage.
    - `also_changed_by`: other models whose changes change the document, with the attribute that holds the page's key.
    """

    model: type[ContentPage]
    type_code: str
    lookups: Mapping[FacetName, str]
    text: Callable[[Any, str], Iterable[Any]]
    dated: Callable[[Any], date | None]
    concepts: str = ""
    is_exact: Callable[[Any], bool] = lambda page: True
    notes: Callable[[Any], Sequence[str]] = lambda page: ()
    relations: Callable[[Any], Sequence[str]] = lambda page: ()
    is_review_overdue: Callable[[Any], bool] = lambda page: False
    parts_at_stage: Callable[[str, Iterable[int]], Mapping[int, Sequence[Part]]] = lambda stage, keys: {}
    also_changed_by: Mapping[type[Model], str] = field(default_factory=dict)
    prefetch: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def queryset(self) -> QuerySet[Any]:
        """Everything that may have a document, with all that building one reads."""
        related = {path.split("__")[0] for path in (*self.lookups.values(), self.concepts) if path}
        return self.model.objects.filter(live=True).prefetch_related(*sorted(related), *self.prefetch)

    def build(self, page: Any, rules: Rules, files: Sequence[ResourceFile] = ()) -> SearchDocument | None:
        """The document of a page; None for a page that nobody reads: unpublished, or without a language that is ready.

        A language that is ready is indexed with all its text, one of which only title and summary are ready with
        these. Drafts are not: what readers cannot see must not be found. A file is indexed in its own language, which
        may be one that the page has not.
        """
        ready = ready_codes(page)
        if not page.live or not ready:
            return None
        facets = {name: values_at(page, path) for name, path in self.lookups.items()}
        day = self.day(page)
        facets[FacetName.TYPE] = (self.type_code,)
        facets[FacetName.LANGUAGE] = ready
        facets[FacetName.YEAR] = (str(day.year),)
        return SearchDocument(
            id=document_id(self.label, page.pk),
            texts=_with_files({code: self._text(page, code, code in ready) for code in shown_codes(page)}, files),
            facets=facets,
            date=day,
            audience=rules.audience(page.path),
            is_sample=page.is_sample,
            labels=labels_of(value for relation in self._named() for value in objects_at(page, relation)),
            concepts=values_at(page, self.concepts) if self.concepts else (),
        )

    def documents(self, keys: Iterable[int] | None = None) -> Iterator[SearchDocument]:
        """The documents of the pages with these keys, or of all; view restrictions are read once."""
        rules = Rules.of_pages()
        pages = self.queryset() if keys is None else self.queryset().filter(pk__in=list(keys))
        found = pages.iterator(chunk_size=_CHUNK)
        while chunk := list(islice(found, _CHUNK)):
            for page, files in with_files(chunk, rules):
                document = self.build(page, rules, files)
                if document is not None:
                    yield document

    def keys_named(self, word: Model) -> QuerySet[Any, int]:
        """The keys of the pages whose documents hold the names of this term or beneficiary. One query."""
        relations = [name for name in self._named() if isinstance(word, self.model._meta.get_field(name).related_model)]
        condition = Q(*((relation, word.pk) for relation in relations), _connector=Q.OR)
        pages = self.model.objects.filter(condition) if relations else self.model.objects.none()
        return pages.order_by().values_list("pk", flat=True).distinct()

    def day(self, page: Any) -> date:
        """What "newest" goes by: the source's own date, else the day of publication."""
        published = page.last_published_at or page.latest_revision_created_at or timezone.now()
        return self.dated(page) or timezone.localdate(published)

    def _named(self) -> list[str]:
        """The relations to what it is classified by whose names are in its document."""
        return [self.lookups[name].partition("__")[0] for name in NAMED_FACETS if name in self.lookups]

    def text_in(self, page: Any, code: str) -> str:
        """Everything that the page says in one language besides title and summary, whether it is ready or not."""
        return "\n".join(filter(None, (plain_text(value) for value in self.text(page, code))))

    def _text(self, page: Any, code: str, is_ready: bool) -> DocumentText:
        return DocumentText(
            title=getattr(page, f"headline_{code}") or "",
            summary=getattr(page, f"summary_{code}") or "",
            text=self.text_in(page, code) if is_ready else "",
        )


def _with_files(texts: Mapping[str, DocumentText], files: Sequence[ResourceFile]) -> dict[str, DocumentText]:
    """The texts with title and text of each file in its language."""
    found: dict[str, list[str]] = {}
    for file in files:
        found.setdefault(language_of(file, tuple(texts)), []).append(f"{file.title}\n{file.text}")
    return dict(texts) | {
        code: replace(texts.get(code, DocumentText("", "")), files="\n".join(parts)) for code, parts in found.items()
    }


def values_at(page: Any, path: str) -> tuple[str, ...]:
    """The values that a lookup such as `stages__code` or `evidence_level__code` reaches from a page."""
    return tuple(str(getattr(one, path.partition("__")[2])) for one in objects_at(page, path))


def objects_at(page: Any, path: str) -> tuple[Any, ...]:
    """The records whose values a lookup such as `stages__code` or `evidence_level__code` reaches from a page."""
    related = getattr(page, path.partition("__")[0])
    if related is None:
        return ()
    return tuple(related.all()) if hasattr(related, "all") else (related,)
