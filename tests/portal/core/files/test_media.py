"""Which pictures are sent, and to whom."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.users.models import UserProfile

from portal.core.models import PortalDocument, PortalImage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file open that it makes a size of an image in.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def image(png):
    return PortalImage.objects.create(title="Square", file=png())


@pytest.fixture
def size(image):
    return image.get_rendition("width-20")


@pytest.fixture
def first_page(make_pdf, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = PortalDocument.objects.create(title="Plan", file=ContentFile(make_pdf(["One"]), "plan.pdf"))
    return PortalDocument.objects.get(pk=document.pk)


@pytest.fixture
def closed():
    """A collection for one group, something below it, and a member of that group."""
    collection = Collection.get_first_root_node().add_child(name="Working group")
    below = collection.add_child(name="Minutes")
    group = Group.objects.create(name="Readers")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(group)
    member = get_user_model().objects.create_user("member@example.org", "a long password")
    member.groups.add(group)
    return below, member


def test_size_of_an_image_is_sent_and_may_be_kept(fetch, size):
    assert size.url.startswith("/media/images/")
    response = fetch(size.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=2592000"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.body.startswith(b"\x89PNG")


def test_first_page_of_a_document_is_sent(fetch, first_page):
    response = fetch(first_page.thumbnail.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")


def test_originals_and_documents_have_no_address_in_the_media_folder(fetch, image, first_page):
    assert default_storage.exists(image.file.name)
    names = [image.file.name, first_page.file.name, f"images/../{image.file.name}", f"images/%2e%2e/{image.file.name}"]
    assert [fetch(f"/media/{name}").status_code for name in names] == [404] * 4


@pytest.mark.parametrize(
    "path",
    [
        "images/../../../../etc/passwd",
        "images/..%2f..%2f..%2fetc%2fpasswd.png",
        "images/none.png",
        "images/%00.png",
        "images/",
        "images/a%0d%0ab.png",
        "thumbnails/../documents/plan.pdf",
        "/etc/passwd.png",
        "continuum.sqlite3",
        "images/page.svg",
        "images/page.html",
    ],
)
def test_hostile_names_are_not_found(fetch, path):
    assert fetch(f"/media/{path}", follow=True).status_code == 404


def test_file_without_a_record_is_not_sent(fetch):
    name = default_storage.save("images/stray.png", ContentFile(b"\x89PNG"))
    assert fetch(f"/media/{name}").status_code == 404


def test_record_without_a_file_is_not_found(fetch, size):
    default_storage.delete(size.file.name)
    assert fetch(size.url).status_code == 404


def test_closed_pictures_exist_only_for_those_who_may_see_them(client, fetch, image, size, first_page, closed):
    collection, member = closed
    PortalImage.objects.filter(pk=image.pk).update(collection=collection)
    PortalDocument.objects.filter(pk=first_page.pk).update(collection=collection)
    addresses = [size.url, first_page.thumbnail.url]
    assert [fetch(address).status_code for address in addresses] == [404, 404]
    client.force_login(member)
    answers = [fetch(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [answer["Cache-Control"] for answer in answers] == ["private, no-store"] * 2


def test_visible_to_leaves_closed_images_out(image, closed):
    collection, member = closed
    assert list(PortalImage.objects.visible_to(None)) == [image]
    PortalImage.objects.filter(pk=image.pk).update(collection=collection)
    assert list(PortalImage.objects.visible_to(None)) == []
    assert list(PortalImage.objects.visible_to(member)) == [image]


def test_portrait_is_for_people_who_work_in_the_admin(client, fetch, png):
    editor = get_user_model().objects.create_user("editor@example.org", "a long password")
    profile = UserProfile.get_for_user(editor)
    profile.avatar.save("me.png", png())
    address = profile.avatar.url
    assert fetch(address).status_code == 404
    client.force_login(editor)
    assert fetch(address).status_code == 404
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(get_user_model().objects.get(pk=editor.pk))
    assert fetch(address).status_code == 200
    assert fetch(address.replace("me.png", "you.png")).status_code == 404


def test_public_picture_costs_two_queries(fetch, size, closed, django_assert_num_queries):
    with django_assert_num_queries(2):
        fetch(size.url)


def test_only_reading_is_possible(client, size):
    assert [client.post(size.url).status_code, client.delete(size.url).status_code] == [405, 405]
