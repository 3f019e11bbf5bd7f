"""Filling the memory: what a published page says in two languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain

from wagtail.models import Page

from portal.core.content_language.readiness import State
from portal.core.editing.turns import holding
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage
from portal.core.visibility.audience import PUBLIC, audience_of_page
from portal.desk.memory.finding_words import finding_words
from portal.desk.memory.pair import PairWord, TranslationPair
from portal.desk.memory.sentences import sentences
from portal.desk.units.page import units_of
from portal.desk.units.unit import Kind
from portal.desk.units.words import paragraphs


def learn(page_id: int) -> int:
    """Replaces what the memory has of a page by what is public of it now. Returns how many pairs that are.

    That is nothing of a page that is closed, not published, or gone. A language counts when it is ready to be read and
    checked against the present source, and the source is ready, too.
    """
    with holding(page_id):
        forget(page_id)
        found = Page.objects.filter(pk=page_id, live=True, alias_of__isnull=True).first()
        page = found.specific if found else None
        if not isinstance(page, ContentPage) or audience_of_page(page) != PUBLIC:
            return 0
        pairs = list(_pairs(page))
        TranslationPair.objects.bulk_create(pairs)
        PairWord.objects.bulk_create(
            PairWord(pair=pair, direction=direction(pair.source_language, pair.target_language), word=word)
            for pair in pairs
            for word in finding_words(pair.source)
        )
        return len(pairs)


def forget(page_id: int) -> None:
    """The memory has nothing of this page any more."""
    TranslationPair.objects.filter(page=page_id).delete()


def direction(source: str, target: str) -> str:
    return f"{source}>{target}"


def aligned(source: str, target: str, kind: Kind, source_code: str, target_code: str) -> list[tuple[str, str]]:
    """Sentences of a text with their translations; both texts whole when they do not have as many, one for one."""
    here = [sentences(text, source_code) for text in paragraphs(source, kind)]
    there = [sentences(text, target_code) for text in paragraphs(target, kind)]
    if [len(one) for one in here] == [len(one) for one in there]:
        return [pair for one, other in zip(here, there, strict=True) for pair in zip(one, other, strict=True)]
    whole = (" ".join(chain.from_iterable(here)), " ".join(chain.from_iterable(there)))
    return [whole] if all(whole) else []


def _pairs(page: ContentPage) -> Iterator[TranslationPair]:
    source_code = page.source_language
    if page.state(source_code) != State.READY:
        return
    for code in CONTENT_CODES:
        if code == source_code or page.state(code) != State.READY:
            continue
        seen: set[str] = set()
        for unit in units_of(page, code):
            for source, target in aligned(unit.source, unit.target, unit.kind, source_code, code):
                mark = hashlib.sha256("\0".join((source_code, code, source, target)).encode()).hexdigest()
                if mark not in seen:
                    seen.add(mark)
                    yield TranslationPair(
                        page_id=page.pk,
                        key=unit.key,
                        source_language=source_code,
                        target_language=code,
                        source=source,
                        target=target,
                        is_reviewed=not getattr(page, f"needs_review_{code}"),
                        fingerprint=mark,
                    )
