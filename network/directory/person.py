"""The page of a person, and that of an institution: what their templates get."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from network.directory.people import NAMED, institution_name, listed, shown
from network.directory.searching import PAGE_SIZE
from network.models import Experience
from portal.core.content_language.localized import shown_codes
from portal.core.pages.listing import home_link
from portal.core.pages.listing import listed as listed_page
from portal.core.visibility.querysets import seen_by
from portal.members.models import Member
from portal.members.visibility import Viewer
from portal.vocabulary.models import Institution
from portal.vocabulary.words import beneficiary_words
from search.queries.pagination import page_links

#: Pages that are named on the page of somebody, or of where they work, the latest said first.
_MOST_DONE = 20


def person_context(member: Member, viewer: Viewer, request: HttpRequest) -> dict[str, Any]:
    person = shown(member, viewer)
    return {
        "person": person,
        "done": _done(Experience.objects.filter(member=member), request)
        if viewer.sees(member.profile, "experience")
        else [],
        "trail": [*directory_trail(), {"label": person.name}],
        "is_own": viewer.member == member.pk,
        "has_sample": member.is_sample,
    }


def institution_context(institution: Institution, viewer: Viewer, request: HttpRequest) -> dict[str, Any]:
    """Its people are those who show this viewer where they work."""
    people = viewer.people().filter(viewer.condition("workplace"), institution=institution)
    doers = people.filter(viewer.condition("experience")).select_related(None).order_by().values("pk")
    ordered = people.select_related("institution").order_by("profile__name_order", "pk")
    page = Paginator(ordered, PAGE_SIZE).get_page(request.GET.get("page"))
    beneficiary = beneficiary_words()[institution.beneficiary_id]
    name, lang = institution_name(institution)
    path, library = reverse("network:institution", args=[institution.pk]), reverse("search:library")
    return {
        "institution": institution,
        "name": name,
        "name_lang": lang,
        "beneficiary": beneficiary,
        "people": [listed(shown(member, viewer, NAMED)) for member in page],
        "page_links": page_links(page.number, page.paginator.num_pages, lambda number: f"{path}?page={number}"),
        "done": _done(Experience.objects.filter(member__in=doers), request),
        "directory_url": f"{reverse('network:directory')}?beneficiary={beneficiary.code}",
        "library_url": f"{library}?beneficiary={beneficiary.code}",
        "trail": [*directory_trail(), {"label": name, "lang": lang}],
        "has_sample": any(member.is_sample for member in page),
    }


def directory_trail() -> list[dict[str, str]]:
    return [home_link(), {"label": _("Directory"), "url": reverse("network:directory")}]


def _done(said: QuerySet[Experience], request: HttpRequest) -> list[dict[str, Any]]:
    """The pages that were done, each once, of those that the reader may see."""
    latest = said.order_by().values("page").annotate(latest=Max("pk")).order_by("-latest")
    keys = list(latest.values_list("page", flat=True)[:_MOST_DONE])
    pages = Page.objects.filter(seen_by(request.user), pk__in=keys).specific()
    found = [page for page in pages if shown_codes(page)]
    return [listed_page(page, request) for page in sorted(found, key=lambda page: keys.index(page.pk))]
