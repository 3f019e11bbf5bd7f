"""What the site puts into the frame of every page: main menu, beneficiaries, foot."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import SiteText
from portal.core.pages.addresses import page_url
from portal.core.pages.few import FewPages
from portal.core.pages.places import place_url
from portal.core.registries.frame import (
    Link,
    LinkGroup,
    MenuGroup,
    register_beneficiaries,
    register_footer,
    register_menu,
)
from portal.website.models import PlainPage
from portal.website.models.plain import FooterGroup
from portal.website.queries.beneficiaries import beneficiary_links
from search.documents.facets import FacetName
from search.queries.classification import library_url

_STANDARD = "standard"
_KEPT = "_footer_pages"
_PAGES = FewPages(
    PlainPage, "footer_group", *(f"{name}_{code}" for code in CONTENT_CODES for name in ("headline", "readiness"))
)


def stages(request: HttpRequest) -> list[Link]:
    url = reverse("website:continuum")
    return [Link(_("Stages"), url, request.path.startswith(url))]


def library(request: HttpRequest) -> list[Link]:
    """The library, and the standards in it: whoever looks only for rules finds them in one step."""
    url = reverse("search:library")
    there = request.path == url
    standards = there and request.GET.getlist(FacetName.TYPE.value) == [_STANDARD]
    return [
        Link(_("Library"), url, there and not standards),
        Link(_("Standards"), library_url(FacetName.TYPE, _STANDARD), standards),
    ]


def news(request: HttpRequest) -> list[Link]:
    return _place(request, "website.newsindexpage", _("News"))


def highlights(request: HttpRequest) -> list[Link]:
    return _place(request, "website.highlightsindexpage", _("Highlights"))


def glossary(request: HttpRequest) -> list[Link]:
    url = reverse("vocabulary:glossary")
    return [Link(_("Glossary"), url, request.path.startswith(url))]


def portal_group(request: HttpRequest) -> LinkGroup:
    links = _footer_pages(request, FooterGroup.PORTAL)
    links += _place(request, "website.keydocumentationpage", _("Key documentation"))
    return LinkGroup(_("Portal"), [*links, *glossary(request)])


def help_group(request: HttpRequest) -> LinkGroup:
    links = _footer_pages(request, FooterGroup.HELP)
    if address := SiteText.for_request(request).contact_email:
        links.append(Link(_("Contact"), f"mailto:{address}"))
    return LinkGroup(_("Help"), links)


def _place(request: HttpRequest, label: str, words: str) -> list[Link]:
    url = place_url(request, label)
    return [Link(words, url, request.path.startswith(url))] if url else []


def _footer_pages(request: HttpRequest, group: str) -> list[Link]:
    """Plain pages that their editors put at the foot, in the order of the tree; all groups are read at once."""
    pages: list[Any] | None = getattr(request, _KEPT, None)
    if pages is None:
        pages = [page for page in _PAGES.readable_by(getattr(request, "user", None)) if page.footer_group]
        setattr(request, _KEPT, pages)
    return [Link(page.card.headline, page_url(page, request)) for page in pages if page.footer_group == group]


register_menu(5, stages)
register_menu(10, library, MenuGroup.LIBRARY)
register_menu(20, glossary, MenuGroup.LIBRARY)
register_menu(40, news, MenuGroup.NEWS)
register_menu(50, highlights, MenuGroup.NEWS)
register_beneficiaries(beneficiary_links)
register_footer(10, portal_group)
register_footer(20, help_group)
