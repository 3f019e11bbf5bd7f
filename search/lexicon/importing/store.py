"""Keeping what was read, and taking it out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from portal.core.languages.catalogue import CONTENT_CODES
from search.lexicon.imported import ImportedSource, ImportedTerm
from search.lexicon.importing.rows import ReadTerm, Skipped
from search.lexicon.state import mark_imports_changed

_AT_ONCE = 2_000
#: Of one sense in one language; later ones are so unusual that they would only mislead.
_MOST_SYNONYMS = 30


class NothingUsable(Exception):
    """A list of which not one term can be used; what was there of its source stays."""


@dataclass(slots=True)
class Taken:
    """How an import went: terms by content language, and the lines left out by reason."""

    terms: Counter[str] = field(default_factory=Counter)
    skipped: dict[str, list[int]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return self.terms.total()

    def skip(self, line: int, reason: str) -> None:
        self.skipped.setdefault(reason, []).append(line)


@transaction.atomic
def replace_source(*, name: str, licence: str, read: Iterable[ReadTerm | Skipped]) -> Taken:
    """Keeps what was read in place of everything that the source had before.

    Raises NothingUsable, and whatever reading raises; then nothing has changed.
    """
    source, _made = ImportedSource.objects.update_or_create(name=name, defaults={"licence": licence})
    source.terms.all().delete()
    taken = Taken()
    rows = _rows(source, read, taken)
    while batch := list(islice(rows, _AT_ONCE)):
        ImportedTerm.objects.bulk_create(batch)
    if not taken.number:
        raise NothingUsable(name)
    source.languages = " ".join(code for code in CONTENT_CODES if taken.terms[code])
    source.number_of_terms = taken.number
    source.save()
    mark_imports_changed()
    return taken


@transaction.atomic
def remove_source(name: str) -> None:
    """Takes a source out with all its terms. Raises ImportedSource.DoesNotExist."""
    source = ImportedSource.objects.get(name=name)
    source.terms.all().delete()
    source.delete()
    mark_imports_changed()


def _rows(source: ImportedSource, read: Iterable[ReadTerm | Skipped], taken: Taken) -> Iterable[ImportedTerm]:
    before: Counter[tuple[str, str]] = Counter()
    for one in read:
        if isinstance(one, Skipped):
            taken.skip(one.line, one.reason)
            continue
        position = before[one.sense, one.lang]
        if position < _MOST_SYNONYMS:
            before[one.sense, one.lang] += 1
            taken.terms[one.lang] += 1
            yield ImportedTerm(source=source, sense=one.sense, lang=one.lang, text=one.text, position=position)
