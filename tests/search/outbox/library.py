"""A library of a few things that can change, and the ways in which people and programs change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from portal.accounts.models import User
from portal.core.models import PortalDocument
from portal.website.models import HomePage
from practices.models import CatalogueIndexPage, GoodPractice, Standard, StandardPart
from practices.models.index_page import ResourceType
from tests.factories.files import make_collection, make_document
from tests.factories.pages import make_page, make_practice, restrict
from tests.factories.people import make_group, make_superuser, make_user


@dataclass
class Library:
    """What there is to be changed.

    A good practice, "release", that attaches a document, "madagascar", which lies in an inner collection; a standard
    with a part, "safeguards". `draft` is published by nobody yet, "zanzibar". `closed` is a place, and `locked` a
    collection, for members alone.
    """

    practice: GoodPractice
    draft: GoodPractice
    part: StandardPart
    place: CatalogueIndexPage
    closed: CatalogueIndexPage
    document: PortalDocument
    outer: Collection
    inner: Collection
    locked: Collection
    members: Group
    member: User
    admin: Client


def make_library(home: HomePage, admin: Client) -> Library:
    """`admin` is a browser, in which a superuser is signed in from now on."""
    members = make_group("Members")
    outer = make_collection()
    inner = make_collection(parent=outer)
    locked = make_collection(members)
    Collection.objects.filter(pk=locked.pk).update(name="Locked")
    document = make_document("Annex", ("Madagascar",), language="en", collection=inner)
    practice = make_practice(headline_en="Release", summary_en="Early.", attachments=[("file", document)])
    closed = make_page(CatalogueIndexPage, home, slug="closed", resource_type=ResourceType.METHODOLOGY)
    restrict(closed, members)
    standard = make_page(Standard)
    admin.force_login(make_superuser())
    return Library(
        practice=practice,
        draft=make_practice(headline_en="Zanzibar", live=False),
        part=StandardPart.objects.create(standard=standard, number="Rule 1", heading_en="Safeguards"),
        place=practice.get_parent().specific,
        closed=closed,
        document=document,
        outer=Collection.objects.get(pk=outer.pk),
        inner=inner,
        locked=Collection.objects.get(pk=locked.pk),
        members=members,
        member=make_user(members),
        admin=admin,
    )


def publish(library: Library, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(library.practice, name, value)
    library.practice.save_revision().publish()


def post(library: Library, view: str, *args: Any, **data: Any) -> None:
    response = library.admin.post(reverse(view, args=args), data)
    assert response.status_code == 302, response.content.decode()


def bulk(library: Library, action: str, page: Page, **data: Any) -> None:
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", action))
    assert library.admin.post(f"{address}?id={page.pk}", data).status_code == 302


def scheduled(library: Library) -> None:
    library.draft.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = library.draft.save_revision()
    revision.approved_go_live_at = library.draft.go_live_at
    revision.save()


def expiring(library: Library) -> None:
    GoodPractice.objects.filter(pk=library.practice.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


def saved(thing: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def aliased(library: Library) -> None:
    library.practice.create_alias(parent=library.closed)


def restriction(library: Library) -> PageViewRestriction:
    return PageViewRestriction.objects.get(page=library.practice)


def collection_restriction() -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.exclude(collection__name="Locked").get()
