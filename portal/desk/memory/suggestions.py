"""What the memory offers for a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count
from rapidfuzz import fuzz
from wagtail.models import Page

from portal.core.visibility.querysets import visible_pages
from portal.desk.memory.finding_words import finding_words
from portal.desk.memory.learning import direction
from portal.desk.memory.pair import PairWord

#: Less alike is more work to mend than to write anew.
_LEAST_PERCENT: Final = 70
_MOST: Final = 3

#: Words that a text is looked for by, the rarest first, and pairs that they may have together; the first word may have
#: more.
_WORDS: Final = 4
_PAIRS: Final = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An earlier translation: of `source`, which is `percent` (70 to 100) like the text asked for; 100 is the same."""

    source: str
    target: str
    percent: int
    is_reviewed: bool


def suggestions(texts: Iterable[str], source_code: str, target_code: str) -> Mapping[str, list[Suggestion]]:
    """For each text that has any: the most like it, at most three.

    Only of pages that everybody may see at this moment. Two queries however many texts there are, and one for what is
    closed.
    """
    wanted = {text: finding_words(text) for text in texts}
    pairs_of_word = PairWord.objects.filter(direction=direction(source_code, target_code))
    every_word = frozenset().union(*wanted.values())
    if not every_word:
        return {}
    counts = dict(pairs_of_word.filter(word__in=every_word).values_list("word").annotate(Count("pk")))
    looked_for = {text: _rarest(words, counts) for text, words in wanted.items()}
    rows = pairs_of_word.filter(
        word__in={word for words in looked_for.values() for word in words},
        pair__page__in=visible_pages(Page.objects.all(), AnonymousUser()).values("pk"),
    ).values_list("word", "pair__source", "pair__target", "pair__is_reviewed")
    by_word: dict[str, set[tuple[str, str, bool]]] = defaultdict(set)
    for word, source, target, is_reviewed in rows:
        by_word[word].add((source, target, is_reviewed))
    found = {text: _best(text, set().union(*(by_word[word] for word in looked_for[text]))) for text in wanted}
    return {text: best for text, best in found.items() if best}


def _rarest(words: Iterable[str], counts: Mapping[str, int]) -> Sequence[str]:
    there = sorted((counts[word], word) for word in words if word in counts)
    chosen: list[str] = []
    pairs = 0
    for count, word in there[:_WORDS]:
        pairs += count
        if chosen and pairs > _PAIRS:
            break
        chosen.append(word)
    return chosen


def _best(text: str, pairs: Iterable[tuple[str, str, bool]]) -> list[Suggestion]:
    found: dict[str, Suggestion] = {}
    for source, target, is_reviewed in pairs:
        percent = int(fuzz.ratio(text, source, score_cutoff=_LEAST_PERCENT))
        if percent >= _LEAST_PERCENT:
            one = Suggestion(source, target, percent, is_reviewed)
            if target not in found or _rank(one) < _rank(found[target]):
                found[target] = one
    return sorted(found.values(), key=_rank)[:_MOST]


def _rank(one: Suggestion) -> tuple[int, bool, str]:
    return (-one.percent, not one.is_reviewed, one.target)
