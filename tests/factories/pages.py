"""Pages of any type, complete enough to be published."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, Site

from network.models import EventIndexPage, EventPage, GroupOutputPage, WorkingGroupIndexPage, WorkingGroupPage
from portal.core.content_language.readiness import Readiness
from portal.core.models import ContentPage
from portal.vocabulary.models.taxonomy import FacetCode
from portal.website.models import (
    BeneficiaryIndexPage,
    BeneficiaryPage,
    HighlightPage,
    HighlightsIndexPage,
    NewsIndexPage,
    NewsPage,
    PlainPage,
)
from practices.models import CatalogueIndexPage, GoodPractice, Methodology, Standard
from practices.models.index_page import ResourceType
from tests.factories.vocabulary import make_beneficiary, make_term
from trainings.models import CoursePage, TrainingIndexPage, TrainingPage

P = TypeVar("P", bound=ContentPage)

#: Where a page of a type lies, and what that place is called in addresses.
PLACES: dict[type[ContentPage], tuple[type[ContentPage], str, dict[str, Any]]] = {
    GoodPractice: (CatalogueIndexPage, "practices", {"resource_type": ResourceType.GOOD_PRACTICE}),
    Standard: (CatalogueIndexPage, "standards", {"resource_type": ResourceType.STANDARD}),
    Methodology: (CatalogueIndexPage, "methodologies", {"resource_type": ResourceType.METHODOLOGY}),
    NewsPage: (NewsIndexPage, "news", {}),
    HighlightPage: (HighlightsIndexPage, "highlights", {}),
    BeneficiaryPage: (BeneficiaryIndexPage, "beneficiaries", {}),
    EventPage: (EventIndexPage, "events", {}),
    WorkingGroupPage: (WorkingGroupIndexPage, "groups", {}),
    CoursePage: (TrainingIndexPage, "trainings", {}),
    TrainingPage: (CoursePage, "course", {}),
    GroupOutputPage: (WorkingGroupPage, "a-working-group", {}),
}

LOGIN = PageViewRestriction.LOGIN

_numbers = itertools.count(1)


def make_page(
    model: type[P],
    parent: Page | None = None,
    *,
    ready: Iterable[str] = ("en",),
    overview: Iterable[str] = (),
    restricted_to: Group | str | None = None,
    live: bool = True,
    **fields: Any,
) -> P:
    """A page of `model`, below `parent` or where such pages lie (made on the way).

    Every text that a language in `ready` needs is filled in unless `fields` has it (`headline_sq="…"`); languages in
    `overview` have title and summary. `restricted_to` is a group whose members alone may see the page, or LOGIN.
    What else the type must have is filled in too, so the page can be published; with `live=False` it is a draft.
    """
    number = next(_numbers)
    values = {**_defaults(model, number), **fields}
    choices = {name: value for name, value in values.items() if isinstance(value, (list, tuple))}
    page = model(**{name: value for name, value in values.items() if name not in choices}, live=live)
    for code in ready:
        _fill(page, code, ("headline", "summary", *model.required_texts), number)
        setattr(page, f"readiness_{code}", Readiness.READY)
        setattr(page, f"based_on_{code}", 1)
    for code in overview:
        _fill(page, code, ("headline", "summary"), number)
        setattr(page, f"readiness_{code}", Readiness.OVERVIEW)
        setattr(page, f"based_on_{code}", 1)
    for name, value in choices.items():
        setattr(page, name, value)
    (parent or place_of(model)).add_child(instance=page)
    if restricted_to is not None:
        restrict(page, restricted_to)
    return page


def make_practice(parent: Page | None = None, **fields: Any) -> GoodPractice:
    return make_page(GoodPractice, parent, **fields)


def make_news(parent: Page | None = None, **fields: Any) -> NewsPage:
    return make_page(NewsPage, parent, **fields)


def make_plain(parent: Page | None = None, **fields: Any) -> PlainPage:
    return make_page(PlainPage, parent, **fields)


def restrict(page: Page, audience: Group | str) -> PageViewRestriction:
    """Closes a page, and what lies below it, to all but a group or, with LOGIN, to all without an account."""
    if isinstance(audience, Group):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.add(audience)
        return restriction
    return PageViewRestriction.objects.create(page=page, restriction_type=audience)


def place_of(model: type[ContentPage]) -> Page:
    """The page below which pages of this type lie; the home page for those that have no such place."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    if model not in PLACES:
        return home
    index, slug, fields = PLACES[model]
    above = place_of(index)
    found = index.objects.child_of(above).filter(**fields).first()
    if found is not None:
        return found
    return make_page(index, above, ready=("en", "sq", "bs", "cnr", "mk", "sr"), slug=slug, **fields)


def _fill(page: ContentPage, code: str, names: Iterable[str], number: int) -> None:
    for name in names:
        column = f"{name}_{code}"
        if not getattr(page, column):
            setattr(page, column, _text(page, name, f"{name} {number} {code}"))


def _text(page: ContentPage, name: str, text: str) -> Any:
    """`text` in the form of a field: a plain line, a paragraph, a list of blocks."""
    kind = type(page._meta.get_field(name)).__name__
    if kind.endswith("LongTextField"):
        return f"<p>{text}</p>"
    if kind.endswith("StepsField"):
        return [("step", {"title": text, "text": f"<p>{text}</p>"})]
    if kind.endswith("SessionsField"):
        return [("session", {"title": text, "content": f"<p>{text}</p>", "minutes": 45})]
    if kind.endswith("BodyField"):
        return [("paragraph", f"<p>{text}</p>")]
    return text.capitalize()


def _defaults(model: type[ContentPage], number: int) -> dict[str, Any]:
    """What a type needs besides text."""
    if model is GoodPractice:
        return {
            "beneficiaries": [make_beneficiary("AL")],
            "stages": [make_term(FacetCode.STAGE, "custody")],
            "target_groups": [make_term(FacetCode.TARGET_GROUP, "adults")],
            "agencies": [make_term(FacetCode.AGENCY, "prison_service")],
            "priority_areas": [make_term(FacetCode.PRIORITY_AREA, "resettlement")],
            "evidence_level": make_term(FacetCode.EVIDENCE_LEVEL, "monitored"),
        }
    if model is Standard:
        return {"reference": f"Ref({number})", "instrument_type": "rules"}
    if model is BeneficiaryPage:
        return {"beneficiary": make_beneficiary("AL")}
    if model in {EventPage, TrainingPage}:
        return {"start": date(2030, 5, 1), "end": date(2030, 5, 2)}
    return {}
