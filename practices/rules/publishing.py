"""What a resource must have before it is published.

Texts are checked for each language that is marked ready (`ContentPage.required_texts`); here is the rest: what is not
text, and lists of blocks that hold nothing but empty blocks. `ContentPage.save` refuses a published page that lacks
any of it, whoever saves: form, workflow, schedule or script.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from portal.core.content_language.localized import ready_codes
from portal.core.content_language.missing import MissingPart, part_in_language


def missing_facts(page: Any, fields: Iterable[str]) -> list[MissingPart]:
    """Those of `fields` (plain ones or relations to several) in which nothing is chosen."""
    missing = []
    for name in fields:
        value = getattr(page, name)
        is_empty = not list(value.all()) if hasattr(value, "all") else not value
        if is_empty:
            missing.append(MissingPart(name, str(page._meta.get_field(name).verbose_name)))
    return missing


def missing_blocks(page: Any, field: str) -> list[MissingPart]:
    """Languages that are ready in which the stream `field` has blocks, but not a word in any of them."""
    missing = []
    for code in ready_codes(page):
        blocks = getattr(page, f"{field}_{code}")
        if blocks and not any(has_words(block.value) for block in blocks):
            missing.append(part_in_language(page, field, code))
    return missing


def has_words(values: Any) -> bool:
    """Whether any text of a block's values says something: markup and spaces are nothing."""
    texts = (str(getattr(value, "source", value) or "") for value in values.values() if not isinstance(value, int))
    return any(unescape(strip_tags(text)).strip() for text in texts)
