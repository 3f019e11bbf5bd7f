"""Rich text as it is shown, for code that works on the finished text."""

from __future__ import annotations

from django.utils.safestring import SafeString
from wagtail.rich_text import RichText


def rich_text_html(value: RichText | str) -> SafeString:
    """What a field or a block of rich text shows to the present visitor, as the filter `richtext` does."""
    shown = value if isinstance(value, RichText) else RichText(value)
    html: SafeString = shown.__html__()
    return html
