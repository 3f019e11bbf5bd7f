"""Parts of standards in the words of the page's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import pgettext_lazy

from portal.core.content_language.localized import Localized
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from portal.vocabulary.classification import beneficiaries_of
from practices.models import Standard, StandardPart
from practices.queries.parts import parts_in_order, parts_of_resource, parts_of_standards, resources_by_part
from practices.reading.frame import resource_items
from search.documents.source import Part
from search.queries.explained import ExplainedTerm, explained

#: What parts are called, in front of their number. Data has them in English, as the official texts do.
WORDS = {
    "Part": pgettext_lazy("part of a standard", "Part"),
    "Title": pgettext_lazy("part of a standard", "Title"),
    "Chapter": pgettext_lazy("part of a standard", "Chapter"),
    "Section": pgettext_lazy("part of a standard", "Section"),
    "Rule": pgettext_lazy("part of a standard", "Rule"),
    "Rules": pgettext_lazy("part of a standard", "Rules"),
    "Article": pgettext_lazy("part of a standard", "Article"),
    "Articles": pgettext_lazy("part of a standard", "Articles"),
    "Paragraph": pgettext_lazy("part of a standard", "Paragraph"),
    "Paragraphs": pgettext_lazy("part of a standard", "Paragraphs"),
    "Good Practice": pgettext_lazy("part of a standard", "Good Practice"),
}

#: Headings of parts begin below the section's own; there is none lower than the sixth.
_FIRST_LEVEL, _LAST_LEVEL = 3, 6


def words_in(code: str) -> dict[str, str]:
    """What parts are called in a content language."""
    with translation.override(code):
        return {word: str(translated) for word, translated in WORDS.items()}


def numbered(number: str, words: dict[str, str]) -> str:
    """The number with its word translated: "Rule 51" is „Pravilo 51“. What is no known word stays as it is."""
    for word, translated in words.items():
        if number.startswith(f"{word} "):
            return f"{translated}{number[len(word) :]}"
    return number


def wording(part: StandardPart, code: str, source: str) -> tuple[str, str, str]:
    """Heading, gist and the language they are in: the page's own, or its source while nobody has translated them."""
    for candidate in (code, source):
        heading = getattr(part, f"heading_{candidate}")
        if heading:
            return heading, getattr(part, f"gist_{candidate}") or "", candidate
    return "", "", code


def standard_parts(
    standard: Standard, localized: Localized, request: HttpRequest
) -> tuple[list[dict[str, Any]], list[ExplainedTerm]]:
    """All parts in the form of components/rule.html, and the terms of the glossary that are marked in them.

    Marks of numbers not confirmed are for their editors only.
    """
    reader = current_reader().language
    words = words_in(localized.code)
    resources = resources_by_part(standard, request.user)
    beneficiaries = beneficiaries_of({page.pk: page for pages in resources.values() for page in pages}.values())
    is_editor = request.user.has_perm("practices.change_standardpart")
    parts = parts_in_order(standard)
    enclosing = {part.parent_id for _depth, part in parts}
    shown: list[dict[str, Any]] = []
    for depth, part in parts:
        heading, gist, code = wording(part, localized.code, standard.source_language)
        number = numbered(part.number, words)
        word, _space, figure = number.rpartition(" ")
        shown.append(
            {
                "pk": part.pk,
                "number": number,
                "word": word,
                "figure": figure,
                "anchor": part.anchor,
                "url": "",
                "heading": heading,
                "text": escape(gist),
                "lang": lang_beside(html_lang_for_reader(code, reader)),
                "depth": depth,
                "encloses": part.pk in enclosing and depth == 0,
                "level": min(_FIRST_LEVEL + depth, _LAST_LEVEL),
                "unconfirmed": part.is_unconfirmed and is_editor,
                "practices": resource_items(resources.get(part.pk, ()), beneficiaries, request),
            }
        )
    return shown, _explain_terms(shown, localized)


def _explain_terms(shown: Iterable[dict[str, Any]], localized: Localized) -> list[ExplainedTerm]:
    """Marks terms in the parts; one that is not translated yet stands there in the language of the source."""
    own = [one for one in shown if one["lang"] == lang_beside(localized.html_lang)]
    found = explained([one["text"] for one in own], localized.code)
    for one, text in zip(own, found.texts, strict=True):
        one["text"] = text
    return found.terms


def standard_items(page: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """Rules that a resource is linked to, in the form of components/related_list.html, each leading to its place."""
    reader = current_reader().language
    items = []
    for standard, parts in parts_of_resource(page, request.user):
        localized = standard.for_reader(reader)
        if localized is None:
            continue
        address = standard.get_url(request)
        for part in parts:
            heading, _gist, code = wording(part, localized.code, standard.source_language)
            items.append(
                {
                    "title": f"{numbered(part.number, words_in(code))}: {heading}",
                    "title_lang": lang_beside(html_lang_for_reader(code, reader)),
                    "url": f"{address}#{part.anchor}",
                    "note": standard.reference,
                    "is_sample": False,
                }
            )
    return items


def parts_at_stage(stage: str, keys: Iterable[int]) -> dict[int, list[Part]]:
    """By key of each of these standards, which the reader may see, its parts about a stage of the continuum."""
    reader = current_reader().language
    found: dict[int, list[Part]] = {}
    for standard, parts in parts_of_standards(keys, stage):
        localized = standard.for_reader(reader)
        if localized is None:
            continue
        words = words_in(localized.code)
        for part in parts:
            heading, _gist, code = wording(part, localized.code, standard.source_language)
            title = f"{numbered(part.number, words)}: {heading}"
            found.setdefault(standard.pk, []).append(
                Part(title, lang_beside(html_lang_for_reader(code, reader)), part.anchor)
            )
    return found


def other_titles(standard: Standard, shown: str) -> list[dict[str, str]]:
    """The title in each language but the one shown, as far as it is known, whether or not there is more than it."""
    reader = current_reader().language
    return [
        {"title": title, "lang": html_lang_for_reader(code, reader), "language": BY_CODE[code].native_name}
        for code in CONTENT_CODES
        if code != shown and (title := getattr(standard, f"headline_{code}"))
    ]
