"""The two pages of the glossary."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import BY_CODE
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import home_link
from portal.vocabulary.exchange.skos.addresses import concept_address, skos_files
from portal.vocabulary.glossary.browse import all_concepts, entries_of, hierarchy, in_order, letters, matching
from portal.vocabulary.glossary.head import concept_head
from portal.vocabulary.glossary.resources import resources_about
from portal.vocabulary.glossary.wording import equivalents, other_terms, term, wording
from portal.vocabulary.models import Concept

#: No term is longer, so more cannot be found.
_LONGEST_QUERY = 200
_RESOURCES_SHOWN = 20


def glossary(request: HttpRequest) -> HttpResponse:
    """`?q=` looks for words in any language; `?by=letter` lists alphabetically, `&letter=` one letter of it.

    A letter that is none of the reader's alphabet is left out, as when somebody changes the language of the page.
    """
    reader = current_reader().language
    text = " ".join(request.GET.get("q", "").replace("\x00", "")[:_LONGEST_QUERY].split())
    concepts = all_concepts()
    context: dict[str, Any] = {
        "text": text,
        "by_letter": not text and request.GET.get("by") == "letter",
        "number_of_concepts": len(concepts),
        "files": skos_files(),
        "trail": [home_link(), {"label": _("Glossary"), "url": ""}],
    }
    if text:
        context["matches"] = matching(concepts, text, reader)
    elif context["by_letter"]:
        index = letters(concepts, reader)
        wanted = request.GET.get("letter", "").casefold()
        chosen = next((letter for letter in index if letter.name.casefold() == wanted), None)
        context["index"] = index
        context["chosen"] = chosen
        context["letters"] = [chosen] if chosen else [letter for letter in index if letter.entries]
    else:
        context["tree"] = hierarchy(concepts, reader)
    return render(request, "vocabulary/glossary.html", context)


def concept_page(request: HttpRequest, identifier: str) -> HttpResponse:
    """One concept: its terms in all languages, its place in the thesaurus, and what the portal has about it."""
    concept = get_object_or_404(Concept, identifier=identifier)
    reader = current_reader().language
    others = {other.pk: other for other in all_concepts()}
    related = concept.related.through._base_manager.filter(from_concept=concept).values_list("to_concept", flat=True)
    resources, more = resources_about(concept, request, _RESOURCES_SHOWN)
    above = _above(concept, others)
    preferred = term(concept, reader)
    narrower = [other for other in others.values() if other.broader_id == concept.pk]
    is_editor = request.user.has_perm("wagtailadmin.access_admin")
    context = {
        "head": concept_head(concept, preferred, request),
        "concept": concept,
        "permanent_address": concept_address(concept.identifier),
        "term": preferred,
        "content_lang": preferred.html_lang,
        "other_terms": other_terms(concept, reader.content_code),
        "note": wording(concept, "note", reader),
        "equivalents": equivalents(concept, reader),
        "broader": entries_of(above[-1:], reader),
        "narrower": in_order(entries_of(narrower, reader), reader),
        "related": in_order(entries_of((others[pk] for pk in related if pk in others), reader), reader),
        "resources": resources,
        "more_resources": more,
        "trail": [
            home_link(),
            {"label": _("Glossary"), "url": reverse("vocabulary:glossary")},
            *(
                {"label": each.term.text, "url": each.url, "lang": each.term.html_lang}
                for each in entries_of(above, reader)
            ),
            {"label": preferred.text, "url": "", "lang": preferred.html_lang},
        ],
        "toc_entries": [
            {"anchor": "terms", "label": _("In all languages")},
            {"anchor": "relations", "label": _("Place in the glossary")},
            {"anchor": "resources", "label": _("Resources about this")},
        ],
        "is_editor": is_editor,
        "to_review": [BY_CODE[code] for code in concept.languages_to_review] if is_editor else [],
        "edit_url": _edit_url(concept, request) if is_editor else "",
    }
    return render(request, "vocabulary/concept.html", context)


def _above(concept: Concept, others: dict[int, Concept]) -> list[Concept]:
    """The broader concepts, the broadest first. Stops where a circle would begin."""
    chain: list[Concept] = []
    step = others.get(concept.broader_id or 0)
    while step is not None and step not in chain and step != concept:
        chain.insert(0, step)
        step = others.get(step.broader_id or 0)
    return chain


def _edit_url(concept: Concept, request: HttpRequest) -> str:
    if not request.user.has_perm("vocabulary.change_concept"):
        return ""
    viewset: Any = getattr(Concept, "snippet_viewset")  # noqa: B009 - put there by Wagtail
    return reverse(viewset.get_url_name("edit"), args=[concept.pk])
