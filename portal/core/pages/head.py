"""What programs read in the head of a public page: search engines (schema.org), sites on which somebody shares its
address (Open Graph), reference managers and libraries (Dublin Core). All of it in the one language that is shown.

These texts are shown elsewhere, so they pass the exit here: the middleware leaves attributes and data alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.languages.catalogue import Language
from portal.core.pages.days import updated_on
from portal.core.pages.links import LanguageLink
from portal.core.pages.listing import lang_beside
from portal.core.status_note.text import mark_text
from portal.core.text_exit import finished, footnote
from portal.core.visibility.audience import PUBLIC, audience_of_page

#: Types of schema.org that are no text of their own: sites show a link to them as one to a site.
_NO_ARTICLES = frozenset({"CollectionPage", "WebSite"})

#: As `json_script` of Django has it: nothing in the data can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Metadatum:
    """A `meta` element. `lang` is "" for what is no text, and where it is the document's own."""

    name: str
    content: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """All texts are finished. `lang` is theirs, "" where it is the document's own.

    `image` has `url` (absolute), `width`, `height` and `alt` (in the document's language); `structured` is a whole
    `script` element, of data.
    """

    kind: str
    title: str
    description: str
    address: str
    lang: str
    locale: str
    other_locales: tuple[str, ...]
    image: Mapping[str, Any] | None
    dublin_core: tuple[Metadatum, ...]
    structured: SafeString
    site_name: str = settings.WAGTAIL_SITE_NAME


def head_of_page(
    page: Any,
    localized: Localized,
    links: Iterable[LanguageLink],
    address: str,
    picture: Mapping[str, Any] | None,
    request: HttpRequest,
) -> Head | None:
    """None for a page that is not for everybody, and for a preview: of these nobody else should speak.

    `address` is the canonical one, with the host; `picture` is what the page shows, see components/figure.html.
    """
    if getattr(request, "is_preview", False) or audience_of_page(page) != PUBLIC:
        return None
    with translation.override(localized.code):
        description = f"{_('Sample')}: {localized.summary}" if page.is_sample else localized.summary
        facts = {"@type": page.schema_type, **page.schema_facts(localized)}
    day = updated_on(page)
    return make_head(
        title=localized.headline,
        description=description,
        lang=localized.html_lang,
        language=localized.language,
        others=[link.language for link in links if link.ready],
        address=address,
        facts=facts,
        image=_image(picture, request),
        day=day.isoformat() if day else "",
    )


def make_head(
    *,
    title: str,
    description: str,
    lang: str,
    language: Language,
    others: Iterable[Language],
    address: str,
    facts: Mapping[str, Any],
    image: Mapping[str, Any] | None = None,
    day: str = "",
) -> Head:
    """`lang` is that under which the texts, in `language`, reach the reader; `others` are all renderings there are.

    `facts` say what it is in the words of schema.org, with its `@type`; the rest is added.
    """
    words = {"name": title, "description": description} if description else {"name": title}
    note = footnote(_texts({**facts, **words}), lang)
    data = {"@context": "https://schema.org", **facts, **words, "url": address}
    if image:
        data["image"] = image["url"]
    if note:
        # The only place for it where a program that takes the data alone shows it to people.
        data["description"] = f"{description}\n\n{note}".lstrip()
    beside = lang_beside(lang)
    dublin_core = (
        Metadatum("DC.title", finished(title, lang), beside),
        Metadatum("DC.description", finished(description, lang), beside),
        Metadatum("DC.language", lang),
        Metadatum("DC.identifier", address),
        Metadatum("DC.publisher", settings.WAGTAIL_SITE_NAME),
        Metadatum("DC.date", day),
        Metadatum("DC.rights", note, beside),
    )
    locales = dict.fromkeys(other.locale for other in others if other.locale != language.locale)
    return Head(
        kind="website" if facts["@type"] in _NO_ARTICLES else "article",
        title=finished(title, lang),
        description=finished(description, lang),
        address=address,
        lang=beside,
        locale=language.locale,
        other_locales=tuple(locales),
        image=image,
        dublin_core=tuple(one for one in dublin_core if one.content),
        structured=_script(_finished(data, lang)),
    )


def _image(picture: Mapping[str, Any] | None, request: HttpRequest) -> dict[str, Any] | None:
    """What it shows is said in the reader's language, as beside the picture; so the middleware gives it its script."""
    if picture is None:
        return None
    return {
        "url": request.build_absolute_uri(picture["url"]),
        "width": picture["width"],
        "height": picture["height"],
        "alt": mark_text(picture["alt"]),
    }


def _finished(value: Any, lang: str) -> Any:
    """Every text in the data; addresses, dates and codes stay what they are."""
    if isinstance(value, Mapping):
        return {key: _finished(one, lang) for key, one in value.items()}
    return finished(value, lang) if isinstance(value, str) else value


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _script(data: Mapping[str, Any]) -> SafeString:
    """Data, not a program: the content security policy has nothing to forbid."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
