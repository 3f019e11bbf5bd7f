"""An example of a component, and the words that examples are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import BY_CODE, Language
from portal.core.languages.reader import current_reader

#: Leads nowhere else, and is no link of the list of contents.
HERE = "#examples"


@dataclass(frozen=True, slots=True)
class Example:
    """`state` says what is shown of the component, in words or as its parameters are called.

    `within` is what the component has to stand in: a tag, or a tag and its class (`ol.results`).
    """

    state: str
    context: Mapping[str, Any] = field(default_factory=dict)
    within: str = ""

    @property
    def tag(self) -> str:
        return self.within.split(".")[0]

    @property
    def css_class(self) -> str:
        return self.within.partition(".")[2]


def short() -> str:
    return _("Library")


def long() -> str:
    """Longer than a title should be."""
    return _(
        "Practices, standards and trainings shared by the prison and probation staff, coordinators and civil society of"
        " six Western Balkan Beneficiaries."
    ).removesuffix(".")


def sentence() -> str:
    return _("The title and the summary are ready in your language:").removesuffix(":") + "."


def other_language() -> Language:
    """One that is not the reader's, and where that can be, of the other script."""
    reader = current_reader().language
    return BY_CODE["mk" if reader.script == "Latn" else "sq"]


def in_other_language() -> dict[str, str]:
    """A text with its `lang`."""
    other = other_language()
    with translation.override(other.code):
        return {"text": long(), "lang": other.html_lang}


def normal() -> str:
    return _("Normal")


def long_text() -> str:
    return _("Long text")


def empty() -> str:
    return _("Empty")


def foreign() -> str:
    return _("Text in another language")


def current() -> str:
    return _("Current")


def sample() -> str:
    return _("Sample")


def wrong() -> str:
    return _("With errors")


def several() -> str:
    return _("Several")
