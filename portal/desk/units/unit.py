"""One text of a page, in its source language and in the language it is translated into."""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from portal.core.blocks.fields import without_empty_markup

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def fingerprint(text: str) -> str:
    """The same for the same text, whatever numbers an editor gave to its blocks."""
    return hashlib.sha256(without_block_keys(text).encode()).hexdigest()[:16]


class Kind(enum.Enum):
    """How a text is written: one line, several lines, or rich text (the HTML that Wagtail stores)."""

    LINE = "line"
    LINES = "lines"
    RICH = "rich"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text as it stands in both languages.

    `key` names it within its page and survives editing: the field, and for a text in a block also the block's id and
    the way to the text in it (`steps/5f0c…/title`). `label` is what editors call it. `features` are what rich text may
    hold.
    """

    key: str
    label: str
    kind: Kind
    source: str
    target: str = ""
    max_length: int | None = None
    features: tuple[str, ...] = ()

    def clean(self, text: str) -> str:
        """The text as it may be stored: nothing in rich text but what its editor could have written.

        Raises ValidationError when it is too long.
        """
        text = text.replace("\x00", "")
        if self.kind is Kind.RICH:
            converter = ContentstateConverter(self.features)
            clean = converter.to_database_format(converter.from_database_format(text))
            if "data-block-key" not in text:
                # Made up by chance for each block; the same text would never be the same twice.
                clean = without_block_keys(clean)
            return without_empty_markup(clean)
        text = " ".join(text.split()) if self.kind is Kind.LINE else text.replace("\r\n", "\n").strip()
        if self.max_length is not None and len(text) > self.max_length:
            raise ValidationError(
                gettext("At most %(limit)d characters fit here; this text has %(length)d."),
                code="max_length",
                params={"limit": self.max_length, "length": len(text)},
            )
        return text


def without_block_keys(text: str) -> str:
    """Stored rich text without the marks by which its editor finds paragraphs again, which mean nothing."""
    return _BLOCK_KEY.sub("", text)
