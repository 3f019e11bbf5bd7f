"""What people paste, as plain text: a word processor brings its markup along."""

from __future__ import annotations

import html
import re
from typing import Any

from django import forms

from network.models.agenda import LONGEST_TEXT

#: A paragraph, a line, an item of a list, a row of a table ends where one of these stands.
_LINE_ENDS = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
#: What is in these is not for people.
_UNREAD = re.compile(r"<(style|script|xml|head)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
#: A tag begins with a letter, so "3 < 5" and "<3 months" stay as they are.
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<![^<>]*>|<\?[^<>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
#: Characters that say nothing and break what reads them: control characters, and marks that change the direction.
_UNSEEN = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B]
)


def as_plain_text(value: str) -> str:
    """The words of a text, in lines. Markup is left out, whatever it says; text without any stays as it is.

    Takes time in proportion to the length, so that a page of a word processor with 200 KB of markup does no harm.
    """
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if _TAG.search(text):
        text = _COMMENT.sub("", text)
        text = _UNREAD.sub("", text)
        text = _TAG.sub("", _LINE_ENDS.sub("\n", text.replace("\n", " ")))
        text = html.unescape(text)
    text = text.translate(_UNSEEN).replace("\u00a0", " ")
    lines = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip()


class PlainText(forms.CharField):
    """A text of several lines. Its length is that of the words, without markup that came along."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_TEXT)
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)
        self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> str:
        return as_plain_text(super().to_python(value) or "")


class PlainLine(forms.CharField):
    """A text of one line."""

    def to_python(self, value: Any) -> str:
        return " ".join(as_plain_text(super().to_python(value) or "").split())
