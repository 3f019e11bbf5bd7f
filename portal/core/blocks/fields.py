"""Fields for long texts.

A StreamField writes its whole block definition into every migration, once a language and type; these subclasses leave
it out, so that a new block needs no migration. The rich-text field stores nothing where an editor left nothing:
Draftail posts an empty paragraph for an empty editor, and an empty paragraph must not count as a translation.
"""

from __future__ import annotations

import re
from typing import Any

from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField

from portal.core.blocks.attachments import ATTACHMENT_BLOCKS
from portal.core.blocks.body import BODY_BLOCKS
from portal.core.blocks.sessions import SESSION_BLOCKS
from portal.core.blocks.steps import STEP_BLOCKS

PLAIN_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]

_EMBEDDED = re.compile(r"<(?:embed|img|hr)\b", re.IGNORECASE)


def without_empty_markup(value: str | None) -> str:
    """The rich text itself, or "" when it holds no text and nothing embedded."""
    if not value:
        return ""
    has_text = strip_tags(value).replace("\xa0", " ").strip()
    return value if has_text or _EMBEDDED.search(value) else ""


class LongTextField(RichTextField):
    """Rich text of paragraphs, lists and links, which knows when it is empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("features", PLAIN_FEATURES)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: Any) -> Any:
        return super().clean(without_empty_markup(value), model_instance)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("features", None)
        return name, path, args, kwargs


class _QuietStreamField(StreamField):
    """A StreamField whose blocks are the class's own and stay out of migrations."""

    blocks: list[Any] = []

    def __init__(self, verbose_name: Any = None, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        super().__init__(self.blocks, verbose_name=verbose_name, **kwargs)

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        # What a field is called changes nothing in the database.
        kwargs.pop("verbose_name", None)
        return name, path, [], kwargs


class BodyField(_QuietStreamField):
    """The body of a plain page or of news."""

    blocks = BODY_BLOCKS


class StepsField(_QuietStreamField):
    """What was done, step by step."""

    blocks = STEP_BLOCKS


class SessionsField(_QuietStreamField):
    """The sessions of a programme, in order."""

    blocks = SESSION_BLOCKS


class AttachmentsField(_QuietStreamField):
    """Files that belong to a page, in order."""

    blocks = ATTACHMENT_BLOCKS
