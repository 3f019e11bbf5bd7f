"""What a page still lacks before it can be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.core.content_language.localized import shown_codes
from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import BY_CODE

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


@dataclass(frozen=True, slots=True)
class MissingPart:
    """`form_field` is the field in which an editor fills it in; `message` names it in their language.

    What is filled in elsewhere than on the page's form has no field there, and `url` leads to it.
    """

    form_field: str
    message: str
    url: str = ""


def missing_text(page: ContentPage, field: str, code: str) -> MissingPart | None:
    """The part `field` in the language `code`, if it is empty."""
    return None if getattr(page, f"{field}_{code}") else part_in_language(page, field, code)


def part_in_language(page: ContentPage, field: str, code: str) -> MissingPart:
    """The part `field` in the language `code`, by its name and that of the language."""
    label = page._meta.get_field(field).verbose_name
    message = _("%(part)s (%(language)s)") % {"part": label, "language": BY_CODE[code].native_name}
    return MissingPart(f"{field}_{code}", message)


def missing_texts(page: ContentPage, fields: tuple[str, ...]) -> list[MissingPart]:
    """Empty parts in languages that are marked ready, and whether any language is.

    A language of which only title and summary are ready needs only these; `fields` are needed besides in one that is
    to be read.
    """
    codes = shown_codes(page)
    missing = [
        part
        for code in codes
        for field in ("headline", "summary")
        if (part := missing_text(page, field, code)) is not None
    ]
    missing += [
        part
        for code in codes
        if getattr(page, f"readiness_{code}") == Readiness.READY
        for field in fields
        if (part := missing_text(page, field, code)) is not None
    ]
    if not any(getattr(page, f"readiness_{code}") == Readiness.READY for code in codes):
        name = f"readiness_{page.source_language}"
        missing.append(MissingPart(name, _("At least one language must be marked as ready.")))
    return missing
