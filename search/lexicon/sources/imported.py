"""What was imported from bilingual lists and wordnets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from search.lexicon.imported import ImportedTerm
from search.lexicon.senses import Sense
from search.lexicon.sources.usualness import terms_by_usualness

#: Lists made for everything there is hold more senses than are meant here.
_SHARE = 0.8
_AT_ONCE = 5_000


def imported_senses() -> Iterator[Sense]:
    """Terms that name the same sense belong together, also when they came from several files or sources."""
    rows = ImportedTerm.objects.order_by("sense", "source_id", "position", "pk").only("sense", "lang", "text")
    for _sense, terms in groupby(rows.iterator(chunk_size=_AT_ONCE), key=attrgetter("sense")):
        by_lang: dict[str, list[str]] = defaultdict(list)
        for term in terms:
            by_lang[term.lang].append(term.text)
        found = [term for lang, texts in by_lang.items() for term in terms_by_usualness(lang, texts, _SHARE)]
        # Most senses of a wordnet have one term in one language, which leads nowhere.
        if len(found) > 1:
            yield Sense(tuple(found))
