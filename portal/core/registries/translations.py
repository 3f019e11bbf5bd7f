"""What is to be translated and is no page: features declare it, and translators find it with their pages.

A feature registers a source in its `translations_waiting.py`. Sources are asked with the user and the languages that
matter; they answer with what this person may read, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import BY_CODE


@dataclass(frozen=True, slots=True)
class ToTranslate:
    """One language of one thing. `title_lang` (BCP 47) where it is not the reader's; `url` is the form for it."""

    title: str
    title_lang: str
    url: str
    language: str
    state: State

    @property
    def language_name(self) -> str:
        return BY_CODE[self.language].native_name


TranslationSource = Callable[[Any, Sequence[str]], list[ToTranslate]]

_sources: list[tuple[Any, TranslationSource]] = []


def register_translations(label: Any, source: TranslationSource) -> None:
    """`label` names the kind of things, as a heading."""
    _sources.append((label, source))


def translations_waiting(user: Any, codes: Sequence[str]) -> list[tuple[str, list[ToTranslate]]]:
    """By kind what is not ready in these languages; kinds with nothing are left out."""
    found = ((str(label), source(user, codes)) for label, source in _sources)
    return [(label, things) for label, things in found if things]
