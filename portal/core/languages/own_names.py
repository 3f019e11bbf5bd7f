"""Languages by their own names, as choices of a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal.core.languages.catalogue import BY_CODE, Language


def boxes_by_own_name(languages: Iterable[Language]) -> list[tuple[str, SafeString]]:
    """For boxes to tick: each name is marked as being in its language, and so stays in its script."""
    return [
        (one.code, format_html('<span lang="{}" translate="no">{}</span>', one.html_lang, one.native_name))
        for one in languages
    ]


class OwnNamesSelect(forms.Select):
    """To choose one: each name is marked as being in its language, and so stays in its script."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if language := BY_CODE.get(str(value)):
            option["attrs"] |= {"lang": language.html_lang, "translate": "no"}
        return option
