"""What an entry of an editor does to searches, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.core.languages.catalogue import BY_CODE, Language
from portal.core.status_note.text import mark_text
from search.analysis.language_groups import GROUP_OF
from search.analysis.tokens import tokens
from search.lexicon.compiled import Table
from search.lexicon.current import current_lexicon
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.recognition import Lexicon
from search.lexicon.senses import Origin
from search.lexicon.sources.editors import editors_senses, sense_of


@dataclass(frozen=True, slots=True)
class Found:
    """A term that is found besides; `is_entered` says that this is by an editor's entry. As the admin shows it."""

    language: Language
    text: str
    is_entered: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """Who searches for `text` finds `found` too, the best first."""

    language: Language
    text: str
    found: tuple[Found, ...]


def effects_of(entry: EquivalentTerms) -> list[Effect]:
    """One for each of its terms, as if the entry were saved as it is now."""
    editors = Table.of([sense_of(entry), *editors_senses(without=entry.pk)])
    lexicon = current_lexicon().replacing(Origin.EDITORS, editors)
    return [
        Effect(BY_CODE[lang], mark_text(text), tuple(_found(lexicon, lang, text))) for lang, text in entry.all_terms()
    ]


def _found(lexicon: Lexicon, lang: str, text: str) -> Iterator[Found]:
    words = [token.folded for token in tokens(text) if not token.is_joined]
    for match in lexicon.expand(words, {GROUP_OF[lang]: 1.0}):
        for equivalent in match.equivalents:
            is_entered = equivalent.origin is Origin.EDITORS
            yield Found(BY_CODE[equivalent.lang], mark_text(equivalent.label), is_entered)
