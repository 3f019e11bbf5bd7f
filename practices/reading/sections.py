"""Sections of a resource's text: those that have something to say, with anchors that are the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.core.content_language.localized import Localized
from portal.core.rich_text.html import rich_text_html
from search.queries.explained import ExplainedTerm, explained


@dataclass(frozen=True, slots=True)
class Section:
    """`form` says how `value` is shown: a text, steps or a table of sessions, which have a text each."""

    anchor: str
    heading: Any
    value: Any
    form: str

    @property
    def texts(self) -> list[SafeString]:
        """The texts of the section, in order, as safe HTML."""
        return [block[_TEXT_OF[self.form]] for block in self.value] if self.form in _TEXT_OF else [self.value]

    def with_texts(self, texts: Iterator[SafeString]) -> Section:
        """The same section with other texts, taken from these."""
        if self.form not in _TEXT_OF:
            return replace(self, value=next(texts))
        return replace(self, value=[{**block, _TEXT_OF[self.form]: next(texts)} for block in self.value])


#: Field, anchor, heading and form, in the order of the page.
PRACTICE = (
    ("context", "context", _("Context"), "text"),
    ("steps", "steps", _("What was done"), "steps"),
    ("mechanism", "mechanism", _("Why it works"), "text"),
    ("resources", "resources", _("Resources and cost"), "text"),
    ("results", "results", _("Results"), "text"),
    ("lessons_learned", "lessons", _("Lessons learned"), "text"),
    ("transferability", "transferability", _("Transferability"), "text"),
)
METHODOLOGY = (
    ("objectives", "objectives", _("Objectives"), "text"),
    ("sessions", "sessions", _("Sessions"), "sessions"),
    ("tools", "tools", _("Tools and materials"), "text"),
    ("staff_training", "staff", _("Staff and training required"), "text"),
    ("evaluation", "evaluation", _("Evaluation"), "text"),
)

_BLOCKS = {
    "steps": lambda number, value: {"title": value["title"], "text": rich_text_html(value["text"])},
    "sessions": lambda number, value: {
        "number": number,
        "title": value["title"],
        "content": rich_text_html(value["content"]),
        "minutes": value["minutes"],
    },
}
#: What the text of a block is called.
_TEXT_OF = {"steps": "text", "sessions": "content"}


def sections_of(localized: Localized, plan: tuple[tuple[str, str, Any, str], ...]) -> list[Section]:
    """The sections of `plan` that this language of the page fills."""
    sections = []
    for field, anchor, heading, form in plan:
        value = getattr(localized, field)
        if value:
            shown = blocks_of(value, form) if form in _BLOCKS else rich_text_html(value)
            sections.append(Section(anchor, heading, shown, form))
    return sections


def with_terms_explained(sections: Sequence[Section], code: str) -> tuple[list[Section], list[ExplainedTerm]]:
    """The sections with terms of the glossary marked in their texts, which are in one content language; the terms."""
    found = explained([text for section in sections for text in section.texts], code)
    texts = iter(found.texts)
    return [section.with_texts(texts) for section in sections], found.terms


def blocks_of(stream: Any, form: str) -> list[dict[str, Any]]:
    """Blocks of a stream in the form that components/steps.html or components/sessions_table.html show."""
    return [_BLOCKS[form](number, block.value) for number, block in enumerate(stream, 1)]
