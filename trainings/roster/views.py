"""The address of the list of trainers."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import date_range, home_link, lang_beside, listed
from portal.core.pages.places import place_url
from portal.members.models import Member
from portal.members.visibility import Viewer, viewer_of
from portal.vocabulary.institution_names import name_in, shown_code
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, term_words
from search.queries.pagination import links_of
from trainings.models import TrainingPage
from trainings.reading.index import filters
from trainings.reading.words import spoken
from trainings.roster.finding import trainers, trainings_given

_PAGE_SIZE = 20


@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    """Everybody sees it; who and what is on it depends on who looks."""
    viewer, offered = viewer_of(request.user), filters(request)
    chosen = {one["name"]: one["chosen"] for one in offered if one["chosen"]}
    found = trainers(viewer, **chosen).select_related("institution").prefetch_related("topics")
    pages = Paginator(found, _PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    members, address = list(page), reverse("trainings:trainers")
    given = trainings_given(members, viewer, request.user)
    back = {"label": _("Trainings"), "url": place_url(request, "trainings.trainingindexpage")}
    context = {
        "trail_items": [home_link(), back, {"label": _("Trainers")}],
        "filters": offered,
        "address": address,
        "clear_url": address if chosen else "",
        "total": pages.count,
        "trainers": [_shown(member, viewer, given.get(member.pk, ()), request) for member in members],
        "page_number": page.number,
        "page_links": links_of(page, address, **chosen),
        "has_sample": any(member.is_sample for member in members),
    }
    return render(request, "trainings/roster.html", context)


def _shown(member: Member, viewer: Viewer, given: Any, request: HttpRequest) -> dict[str, Any]:
    """A trainer for this viewer: what is not for them is empty, as is what the person left empty."""
    allowed = viewer.allowed(member.profile)
    reader = current_reader().language
    own_lang = lang_beside(html_lang_for_reader(member.profile.language, reader))
    shown: dict[str, Any] = {
        "name": member.name,
        "url": _person_url(member),
        "is_sample": member.is_sample,
        "text_lang": own_lang,
    }
    if "position" in allowed:
        shown["position"] = member.position
    if "workplace" in allowed:
        shown["beneficiary"] = beneficiary_words()[member.beneficiary_id].name if member.beneficiary_id else ""
        shown["institution"], shown["institution_lang"] = member.institution_name, own_lang
        if member.institution is not None:
            code = shown_code(member.institution, reader)
            shown["institution"] = name_in(member.institution, code)
            shown["institution_lang"] = lang_beside(html_lang_for_reader(code, reader))
    if "expertise" in allowed:
        chosen = {term.pk for term in member.topics.all()}
        areas = (FacetCode.PRIORITY_AREA, FacetCode.STAGE)
        shown["topics"] = [word.label for key, word in term_words().items() if key in chosen and word.facet in areas]
    if "languages" in allowed:
        shown["languages"] = spoken(member.languages)
    shown["given"] = [_training(training, request) for training in given]
    return shown


def _person_url(member: Member) -> str:
    """Their page in the directory, from where one writes to them."""
    return reverse("network:person", args=[member.profile.key])


def _training(training: TrainingPage, request: HttpRequest) -> dict[str, Any]:
    return listed(training, request, note=date_range(training.start, training.end))
