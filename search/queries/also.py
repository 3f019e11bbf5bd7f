"""What else a search looks for, as the page names it."""

from __future__ import annotations

from dataclasses import dataclass

from portal.core.languages.catalogue import Language, html_lang_for_reader
from portal.core.pages.listing import lang_beside
from search.understanding.question import Question


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """A term as it is written; `lang` is empty where it is the language of the page around it."""

    label: str
    lang: str


def also_searched(question: Question, reader: Language) -> tuple[AlsoSearched, ...]:
    """Each wording once, in the order of how well it stands for what was typed."""
    terms = (AlsoSearched(one.label, lang_beside(html_lang_for_reader(one.lang, reader))) for one in question.also)
    return tuple(dict.fromkeys(terms))
