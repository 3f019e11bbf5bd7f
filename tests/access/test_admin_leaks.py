"""Every address of Wagtail's admin, asked for everything that is closed: nothing is told, nothing is changed.

Pages have a test of their own for those who work on none of them (test_admin_pages); here somebody works on some.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model
from django.http import HttpResponse
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Comment, GroupPagePermission, Page, Revision, Site, Task, TaskState, Workflow

from portal.accounts import roles
from portal.accounts.models import User
from portal.core.models import PortalDocument, PortalImage
from portal.website.models import BeneficiaryPage, NewsPage, PlainPage
from practices.models import GoodPractice, Standard, StandardPart
from tests.access.admin_addresses import admin_routes, filled_in, parameters
from tests.factories.files import make_collection, make_document
from tests.factories.pages import make_news, make_page, make_plain, make_practice, place_of, restrict
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_beneficiary

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file open that it makes a size of an image in.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

#: In all that is closed. It is asked for with fewer letters: an answer that repeats the question tells nothing.
WORD, ASKED = "Zanzibarian", "Zanzibar"

Closed = dict[str, Any]


@pytest.fixture
def closed(site_root) -> Closed:
    """What the focal point of Albania has nothing to do with, and what they have, by what routes call it."""
    own = focal_point_pages()
    group = make_group("A closed circle")
    author = make_user(roles.EDITORS, email="author@example.org")
    other = make_page(BeneficiaryPage, beneficiary=make_beneficiary("ME"), slug="montenegro")
    draft = make_plain(other, live=False, slug="a-draft", headline_en=f"{WORD} one", owner=author)
    draft.save_revision(user=author)
    draft.headline_en = f"{WORD} two"
    draft.save_revision(user=author)
    Comment.objects.create(page=draft, user=author, text=f"{WORD} comment", contentpath="headline_en")
    state = Workflow.objects.get().start(draft, author)
    link = f'<p><a linktype="page" id="{own.pk}">There</a></p>'
    pages = [
        make_news(headline_en=f"{WORD} news", locked=True, locked_by=author, body_en=[("paragraph", link)]),
        make_practice(headline_en=f"{WORD} practice", owner=author),
        make_page(Standard, headline_en=f"{WORD} rules"),
    ]
    for page in pages:
        page.save_revision(user=author).publish()
        restrict(page, group)
    # Open to everybody; what is to become of it is not.
    open_page = make_plain(headline_en="Open")
    open_page.headline_en = f"{WORD} plan"
    open_page.save_revision(user=author)
    collection = make_collection(group)
    return {
        "pages": [page.pk for page in (draft, pages[0], open_page, own)],
        "parents": [page.pk for page in (draft, pages[0], pages[0].get_parent(), site_root)],
        "document": [closed_document(collection, author).pk, make_document("Open").pk],
        "image": [closed_image(collection).pk],
        "collection": [collection.pk],
        "part": [StandardPart.objects.create(standard=pages[-1], number="Rule 1", heading_en=f"{WORD} part").pk],
        "redirect": [Redirect.objects.create(old_path=f"/{WORD.lower()}", redirect_page=draft).pk],
        "author": [author.pk],
        "group": [group.pk],
        "workflow_state": [state.pk],
        "revisions": list(Revision.objects.for_instance(draft).order_by("pk").values_list("pk", flat=True)),
    }


def focal_point_pages() -> Page:
    """The page of Albania, which its focal point keeps; they may also add news and practices."""
    own = make_page(BeneficiaryPage, beneficiary=make_beneficiary("AL"), slug="albania")
    group = Group.objects.get(name=roles.focal_points("AL"))
    places = [(own, "change_page"), (place_of(NewsPage), "add_page"), (place_of(GoodPractice), "add_page")]
    for page, codename in places:
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return own


def closed_document(collection: Collection, author: User) -> PortalDocument:
    file = ContentFile(b"text", f"{WORD}.txt")
    return PortalDocument.objects.create(
        title=f"{WORD} file", file=file, collection=collection, uploaded_by_user=author
    )


def closed_image(collection: Collection) -> PortalImage:
    drawing = BytesIO()
    Image.new("RGB", (4, 3)).save(drawing, "PNG")
    file = ContentFile(drawing.getvalue(), f"{WORD}.png")
    return PortalImage.objects.create(title=f"{WORD} picture", file=file, collection=collection)


#: The models that routes about any model are asked for, by app and name; and what routes call these two.
MODELS = (("website", "newspage"), ("core", "portaldocument"), ("core", "portalimage"), ("wagtailcore", "page"))
_MODEL_NAMES = (
    ("content_type_app_name", "content_type_model_name"),
    ("app_label", "model_name"),
    ("app_name", "model_name"),
)


def values(closed: Closed, route: str) -> dict[str, Iterable[object]]:
    """What to fill in for each parameter of this route."""
    named: dict[str, Iterable[object]] = {
        "pk": of_route(closed, route) if "pk>" in route else (),
        "destination_id": closed["pages"][:1],
        "revision_id": closed["revisions"],
        "revision_id_a": closed["revisions"][:1],
        "revision_id_b": closed["revisions"][-1:],
        "collection_id": closed["collection"],
        "redirect_id": closed["redirect"],
        "workflow_pk": [Workflow.objects.get().pk],
        "workflow_state_id": closed["workflow_state"],
        "task_id": [Task.objects.get().pk],
        "task_state_id": [TaskState.objects.get().pk],
        "action_name": ["approve"],
        "action": ["delete", "move", "add_to_collection"],
        "filter_spec": ["width-20"],
        "name": ["standard-parts", "concepts"],
        "code": ["sq"],
    }
    for name in ("page_id", "page_to_move_id", "page_pk", "object_id"):
        named[name] = closed["pages"]
    named["parent_page_id"] = closed["parents"]
    for name in ("document_id", "doc_id"):
        named[name] = closed["document"]
    named["image_id"] = closed["image"]
    for app, model in _MODEL_NAMES:
        named[app], named[model] = (sorted({one[part] for one in MODELS}) for part in (0, 1))
    for name in ("uploaded_file_id", "session_id", "uidb64", "token"):
        named[name] = [1]
    return named


def of_route(closed: Closed, route: str) -> Iterable[object]:
    """The keys of what lies below this address."""
    first, *rest = route.removeprefix("admin/").removeprefix("api/main/").split("/")
    if first == "snippets":
        app, name = rest[1:3] if rest[0] == "choose" else rest[:2]
        model = ContentType.objects.get_by_natural_key(app, name).model_class()
        found: Model | None = model._default_manager.order_by("-pk").first()
        return [found.pk if found else 1]
    named = {
        "pages": "pages",
        "documents": "document",
        "images": "image",
        "users": "author",
        "groups": "group",
        "collections": "collection",
    }
    return closed[named[first]] if first in named else [Site.objects.get(is_default_site=True).pk]


def addresses(closed: Closed) -> Iterator[str]:
    """Everything there is, and what looks for something also with what to look for.

    Of the records beside the pages only parts of standards can be closed: they are as their standard.
    """
    keys = [*closed["pages"], *closed["document"], *closed["image"]]
    question = "".join(f"&{name}={ASKED}" for name in ("q", "search", "term"))
    for route in admin_routes():
        if "snippets/" in route and "practices/standardpart" not in route:
            continue
        named = set(parameters(route))
        for address in filled_in(route, values(closed, route)):
            if any(set(pair) <= named for pair in _MODEL_NAMES) and not any("/".join(m) in address for m in MODELS):
                continue
            yield address
            if "action" in named or "chosen-multiple" in address:
                yield f"{address}?" + "&".join(f"id={key}" for key in keys)
                yield from (f"{address}?id={key}" for key in keys)
            elif not named:
                yield f"{address}?page_type=wagtailcore.Page{question}"


def text_of(response: HttpResponse) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace") + response.headers.get("Location", "")


def names(text: str, words: Iterable[str]) -> bool:
    return any(word in text or word.lower().replace(" ", "-") in text for word in words)


def test_nothing_is_told(visitors, closed):
    client = visitors["focal point"]
    # Wagtail's chooser fails when somebody asks it for the root of all pages, which nobody can choose.
    client.raise_request_exception = False
    assert [one for one in addresses(closed) if names(text_of(client.get(one)), [WORD])] == []


def test_no_closed_file_is_named_to_translators(visitors, closed):
    """They work on all pages, but on no files."""
    client = visitors["translator sq"]
    asked = [one for one in addresses(closed) if "documents/" in one or "images/" in one or "/bulk/core/" in one]
    assert len(asked) > 50
    assert [one for one in asked if names(text_of(client.get(one)), [WORD])] == []


CLOSED_MODELS = (Page, PlainPage, NewsPage, PortalDocument, PortalImage, Collection, Redirect, StandardPart, Comment)


def rows() -> dict[str, list[Any]]:
    found = {model.__name__: list(model._default_manager.order_by("pk").values()) for model in CLOSED_MODELS}
    found["permissions"] = list(User.objects.order_by("pk").values_list("pk", "is_superuser", "groups__name"))
    found["reviews"] = list(TaskState.objects.order_by("pk").values_list("pk", "status"))
    return found


def test_nothing_is_told_or_changed_by_posting(visitors, closed):
    client = visitors["focal point"]
    # A form without half of its fields is a failure to Wagtail.
    client.raise_request_exception = False
    posted = {"headline_en": "Stolen", "title": "Stolen", "slug": "stolen", "name": "Stolen", "confirm": "1"}
    posted |= {"action-publish": "1", "restriction_type": "none", "collection": "1", "chooser": closed["pages"][-1]}
    before = rows()
    told = [one for one in addresses(closed) if names(text_of(client.post(one, posted)), [WORD])]
    assert told == []
    assert rows() == before


def test_who_works_on_all_of_it_is_told(visitors, closed):
    """Otherwise the tests above would hold of an admin that shows nothing."""
    draft, news = closed["pages"][:2]
    for address in (
        f"/admin/pages/{draft}/",
        f"/admin/pages/{news}/move/{draft}/confirm/",
        f"/admin/choose-page/{draft}/",
        f"/admin/choose-page/chosen-multiple/?id={draft}",
        f"/admin/pages/search/?q={ASKED}",
        f"/admin/bulk/wagtailcore/page/delete/?id={draft}",
        f"/admin/bulk/core/portaldocument/delete/?id={closed['document'][0]}",
        f"/admin/choices/standard-parts/?q={ASKED}",
        "/admin/documents/",
        "/admin/images/",
        "/admin/documents/chooser/",
        "/admin/reports/page-types-usage/",
        "/admin/reports/site-history/",
    ):
        assert WORD in text_of(visitors["editor"].get(address)), address


#: What is said to everybody: how to sign in, texts and pictures of the admin itself.
OPEN = {"/admin/login/", "/admin/jsi18n/", "/admin/sprite/"}


@pytest.mark.parametrize("role", ["anonymous", "network member", "working-group member", "trainer"])
def test_who_does_not_work_in_the_admin_gets_nowhere(visitors, closed, role):
    client = visitors[role]
    first_of_each = (next(filled_in(route, values(closed, route)), "") for route in admin_routes())
    answered = {address for address in first_of_each if client.get(address).status_code not in (302, 403, 404)}
    assert answered == OPEN
