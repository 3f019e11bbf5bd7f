"""A pack holds what its owner may see, is handed out to nobody else, and no longer once something is closed."""

import pytest
from django.test import Client

from portal.core.visibility.memory import remembering
from search.offline_pack.pack import OfflinePack, State
from search.offline_pack.rights import is_still_open
from tests.factories.files import close, make_collection, make_document
from tests.factories.pages import LOGIN, make_practice, restrict
from tests.factories.people import make_group, make_user
from tests.search.offline_pack.packs import address, ask, download, form_of, packed, page_in, said

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def practice():
    return make_practice(slug="plan", headline_en="Release plan")


@pytest.fixture
def closed():
    return make_practice(slug="closed-words", headline_en="Closed words", restricted_to=LOGIN)


@pytest.fixture
def secret():
    """A file for members of a group."""
    return make_document(title="Secret form", pages=("Secret text",), collection=make_collection(make_group("inner")))


def is_handed_out(client, pack):
    response = client.get(address(pack, "file/"))
    if response.status_code == 200:
        return bool(b"".join(response.streaming_content))
    assert (response.status_code, response["Location"]) == (302, address(pack))
    return False


def test_nothing_closed_is_in_the_pack_of_a_visitor(client, practice, closed, secret):
    text = f'<p><a linktype="document" id="{secret.pk}">paper</a> <a linktype="page" id="{closed.pk}">page</a></p>'
    page = make_practice(slug="first", attachments=[("file", secret)], context_en=text)
    files = packed(client, page, practice, closed)
    told = said(files).lower()
    for words in ("closed words", "closed-words", "secret", secret.filename, "members only"):
        assert words not in told
    assert all(secret.filename.split(".")[0] not in name and "closed" not in name for name in files)


def test_an_address_typed_by_hand_tells_no_closed_name_either(client, secret, closed):
    text = f'<p><a href="{secret.url}">paper</a></p>'
    page = make_practice(slug="first", context_en=text)
    assert secret.filename not in said(packed(client, page))


def test_a_pack_of_a_member_holds_what_is_for_members_and_says_so(client, practice, closed, secret):
    client.force_login(make_user("inner"))
    page = make_practice(slug="first", attachments=[("file", secret)])
    files = packed(client, page, closed)
    assert "Closed words" in said(files)
    assert [name for name in files if name.startswith("files/")] != []
    assert "Some of this pack is for members only" in page_in(files, "en/index.html").get_text()
    assert "Some of this pack is for members only" in files["README.txt"].decode()
    assert "for members only" not in said(packed(client, practice))


def test_a_pack_is_its_owners_alone(client, practice):
    own = ask(client, practice)
    member, other = Client(), Client()
    member.force_login(make_user())
    for somebody in (member, other):
        assert somebody.get(address(own)).status_code == 404
        assert somebody.get(address(own, "file/")).status_code == 404
        assert somebody.post(address(own, "again/")).status_code == 404
        assert somebody.post(address(own, "delete/")).status_code == 404
    theirs = ask(member, practice)
    assert client.get(address(theirs)).status_code == 404
    member.logout()
    assert member.get(address(theirs, "file/")).status_code == 404
    assert is_handed_out(client, own)


def test_signing_in_keeps_what_was_asked_for_before(client, practice):
    own = ask(client, practice)
    client.force_login(make_user())
    assert is_handed_out(client, own)


def test_what_is_closed_meanwhile_is_not_handed_out_and_can_be_made_anew(client, practice):
    page = make_practice(slug="first", headline_en="Closed later")
    own = ask(client, page, practice)
    assert is_handed_out(client, own)
    restrict(page, LOGIN)
    assert not is_handed_out(client, own)
    assert "The pack is not handed out any more." in client.get(address(own)).text
    assert not own.path.exists()
    client.post(address(own, "again/"))
    own.refresh_from_db()
    assert (own.state, own.left_out) == (State.READY, 1)
    data = download(client, own)
    assert b"closed-later" not in data and b"first-" not in data
    assert "1 resource of the list is not in it" in client.get(address(own)).text


def test_a_page_that_is_only_named_counts_too(client, practice):
    named = make_practice(slug="named", headline_en="Named")
    page = make_practice(slug="first", context_en=f'<p><a linktype="page" id="{named.pk}">there</a></p>')
    own = ask(client, page)
    restrict(named, LOGIN)
    assert not is_handed_out(client, own)


def test_the_address_of_a_closed_page_typed_by_hand_keeps_nobody_from_the_pack(client, closed):
    page = make_practice(slug="first", context_en=f'<p><a href="{closed.url}">there</a> <a href="//[">bad</a></p>')
    assert is_handed_out(client, ask(client, page))


def test_so_do_files(client):
    collection = make_collection()
    page = make_practice(attachments=[("file", make_document(collection=collection))])
    own = ask(client, page)
    assert is_handed_out(client, own)
    close(collection, make_group("inner"))
    assert not is_handed_out(client, own)


def test_who_left_the_group_gets_it_no_longer(client):
    user = make_user("inner")
    client.force_login(user)
    own = ask(client, make_practice(restricted_to=make_group("inner")))
    assert is_handed_out(client, own)
    user.groups.clear()
    assert not is_handed_out(client, own)


def test_an_unpublished_page_is_not_handed_out(client, practice):
    own = ask(client, practice)
    practice.unpublish()
    assert not is_handed_out(client, own)
    client.post(address(own, "again/"))
    assert OfflinePack.objects.get().state == State.EMPTY
    assert "Nothing of this list is open to you any more." in client.get(address(own)).text


def test_closed_resources_cannot_be_asked_for(client, closed):
    response = client.post(form_of(closed), {"languages": "en"})
    assert (response.status_code, OfflinePack.objects.count()) == (200, 0)
    assert "There is nothing to take along" in response.text
    assert "Closed words" not in response.text


def test_a_pack_is_kept_by_nobody_on_the_way(client, practice):
    own = ask(client, practice)
    response = client.get(address(own, "file/"))
    assert b"".join(response.streaming_content)[:2] == b"PK"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert "no-store" in client.get(address(own))["Cache-Control"]


def test_asking_whether_it_is_still_open_costs_the_same_for_one_and_three(client, django_assert_num_queries):
    pages = [make_practice(attachments=[("file", make_document())]) for _ in range(3)]
    one, three = ask(client, pages[0]), ask(client, *pages)
    user = make_user()
    for own in (one, three):
        # What the person may see, and what there is of it: of pages, of files, of images.
        with remembering(), django_assert_num_queries(5):
            assert is_still_open(own.held, user)
