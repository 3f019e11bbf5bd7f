"""Sections of a resource's text: those that have something to say, with anchors that are the same in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.content_language.localized import Localized


@dataclass(frozen=True, slots=True)
class Section:
    """`form` says how `value` is shown: as rich text, as steps or as a table of sessions."""

    anchor: str
    heading: Any
    value: Any
    form: str


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
    "steps": lambda number, value: {"title": value["title"], "text": value["text"]},
    "sessions": lambda number, value: {
        "number": number,
        "title": value["title"],
        "content": value["content"],
        "minutes": value["minutes"],
    },
}


def sections_of(localized: Localized, plan: tuple[tuple[str, str, Any, str], ...]) -> list[Section]:
    """The sections of `plan` that this language of the page fills."""
    sections = []
    for field, anchor, heading, form in plan:
        value = getattr(localized, field)
        if value:
            sections.append(Section(anchor, heading, blocks_of(value, form) if form in _BLOCKS else value, form))
    return sections


def blocks_of(stream: Any, form: str) -> list[dict[str, Any]]:
    """Blocks of a stream in the form that components/steps.html or components/sessions_table.html show."""
    return [_BLOCKS[form](number, block.value) for number, block in enumerate(stream, 1)]
