"""Who belongs to which audience, and what each audience may see."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from portal.core.models import PortalDocument, PortalImage
from portal.core.visibility.audience import (
    PUBLIC,
    Holder,
    Rules,
    audience_of_collection,
    audience_of_page,
    audiences_for,
    holder,
    key_of,
    may_see_collection,
    may_see_page,
)
from portal.core.visibility.querysets import visible_pages
from portal.website.models import PlainPage
from tests.factories.pages import LOGIN, make_plain, restrict
from tests.factories.people import make_group, make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def first():
    return make_group("First group")


@pytest.fixture
def second():
    return make_group("Second group")


@pytest.fixture
def chain(site_root):
    """A page, one below it, and one below that."""
    top = make_plain(site_root)
    middle = make_plain(top)
    return top, middle, make_plain(middle)


def restrict_to_groups(page, *groups):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set(groups)


# Keys ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("requirements", "key"),
    [
        (set(), "public"),
        ({frozenset({"login"})}, "login"),
        ({frozenset({"g7"})}, "g7"),
        ({frozenset({"g9", "g7"})}, "g7|g9"),
        ({frozenset({"login"}), frozenset({"g7"})}, "g7&login"),
        ({frozenset()}, "nobody"),
        ({frozenset(), frozenset({"g7"})}, "g7&nobody"),
    ],
)
def test_key_is_the_same_for_the_same_requirements(requirements, key):
    assert key_of(frozenset(requirements)) == key


def test_page_without_restriction_is_public(chain):
    assert [audience_of_page(page) for page in chain] == [PUBLIC] * 3


def test_restriction_holds_for_everything_below(chain, first):
    _top, middle, _bottom = chain
    restrict(middle, first)
    assert [audience_of_page(page) for page in chain] == [PUBLIC, f"g{first.pk}", f"g{first.pk}"]


def test_one_of_several_groups_is_enough_but_every_level_counts(chain, first, second):
    top, _middle, bottom = chain
    restrict_to_groups(top, first, second)
    restrict(bottom, LOGIN)
    either = "|".join(sorted([f"g{first.pk}", f"g{second.pk}"]))
    assert [audience_of_page(page) for page in chain] == [either, either, f"{either}&login"]


def test_restriction_by_password_closes_what_it_covers(chain):
    _top, middle, bottom = chain
    PageViewRestriction.objects.create(page=middle, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert audience_of_page(bottom) == "nobody"
    assert [may_see_page(user, bottom) for user in (make_user(), make_superuser())] == [False, False]


def test_restriction_to_no_group_at_all_closes_what_it_covers(chain):
    top, _middle, bottom = chain
    restrict_to_groups(top)
    assert audience_of_page(bottom) == "nobody"
    assert [may_see_page(user, bottom) for user in (make_user(), make_superuser())] == [False, False]


def test_neighbour_with_a_similar_path_is_not_covered(site_root, first):
    pages = [make_plain(site_root) for _ in range(3)]
    restrict(pages[1], first)
    assert [audience_of_page(page) for page in pages] == [PUBLIC, f"g{first.pk}", PUBLIC]


# People ----------------------------------------------------------------------------------------------------------


def test_tokens_of_people(first, second):
    assert holder(None) == Holder(frozenset())
    assert holder(AnonymousUser()) == Holder(frozenset())
    assert holder(make_user()) == Holder(frozenset({"login"}))
    assert holder(make_user(first, second)) == Holder(frozenset({"login", f"g{first.pk}", f"g{second.pk}"}))
    assert holder(make_superuser()) == Holder(frozenset({"login"}), everything=True)
    assert holder(make_user(first, is_active=False)) == Holder(frozenset())
    assert holder(make_superuser(is_active=False)) == Holder(frozenset())


def test_audiences_are_those_that_the_person_satisfies(chain, first, second):
    top, middle, bottom = chain
    restrict(top, LOGIN)
    restrict(middle, first)
    restrict(bottom, second)
    login, one, both = "login", f"g{first.pk}&login", "&".join(sorted([f"g{first.pk}", f"g{second.pk}", "login"]))
    assert audiences_for(AnonymousUser()) == {PUBLIC}
    assert audiences_for(make_user()) == {PUBLIC, login}
    assert audiences_for(make_user(second)) == {PUBLIC, login}
    assert audiences_for(make_user(first)) == {PUBLIC, login, one}
    assert audiences_for(make_user(first, second)) == {PUBLIC, login, one, both}
    assert audiences_for(make_superuser()) == {PUBLIC, login, one, both}


def test_whatever_somebody_may_see_is_in_an_audience_of_theirs_and_the_other_way_round(chain, first, second):
    top, _middle, bottom = chain
    restrict(top, LOGIN)
    restrict_to_groups(bottom, first, second)
    people = [AnonymousUser(), make_user(), make_user(first), make_user(second), make_superuser()]
    for user in people:
        for page in (*chain, top.get_parent()):
            assert may_see_page(user, page) == (audience_of_page(page) in audiences_for(user)), (user, page)


# Querysets -------------------------------------------------------------------------------------------------------


def test_visible_pages_are_published_and_allowed(chain, first):
    top, middle, bottom = chain
    restrict(middle, first)
    draft = make_plain(top, live=False)
    assert set(PlainPage.objects.visible_to(AnonymousUser())) == {top}
    assert set(PlainPage.objects.visible_to(make_user(first))) == {top, middle, bottom}
    assert set(PlainPage.objects.visible_to(make_superuser())) == {top, middle, bottom}
    assert draft not in visible_pages(PlainPage.objects.all(), make_superuser())


def test_closed_within_open_within_closed(chain, first, second):
    top, middle, bottom = chain
    restrict(top, first)
    restrict(bottom, second)
    assert set(PlainPage.objects.visible_to(make_user(first))) == {top, middle}
    assert set(PlainPage.objects.visible_to(make_user(second))) == set()
    assert set(PlainPage.objects.visible_to(make_user(first, second))) == {top, middle, bottom}


def test_closed_paths_name_what_is_closed(chain, first, second):
    top, _middle, bottom = chain
    restrict(top, first)
    restrict(bottom, second)
    rules = Rules.of_pages()
    assert set(rules.closed_paths(holder(None))) == {top.path, bottom.path}
    assert rules.closed_paths(holder(make_user(first))) == [bottom.path]
    assert rules.closed_paths(holder(make_superuser())) == []


def test_queries_do_not_grow_with_restrictions(site_root, first, django_assert_num_queries):
    user = make_user(first)
    for _ in range(2):
        restrict(make_plain(site_root), first)
    with django_assert_num_queries(3):
        list(PlainPage.objects.visible_to(user))
    for _ in range(10):
        restrict(make_plain(site_root), first)
    with django_assert_num_queries(3):
        list(PlainPage.objects.visible_to(user))


# Files -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def collections(first):
    """An open collection, one for the first group, and one below that."""
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Closed")
    restriction = CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(first)
    return root, closed, closed.add_child(name="Below")


def test_restriction_of_a_collection_holds_for_everything_below(collections, first):
    keys = [audience_of_collection(collection) for collection in collections]
    assert keys == [PUBLIC, f"g{first.pk}", f"g{first.pk}"]
    assert [may_see_collection(AnonymousUser(), collection) for collection in collections] == [True, False, False]
    assert [may_see_collection(make_user(first), collection) for collection in collections] == [True] * 3


def test_files_follow_their_collection(collections, first):
    documents = [PortalDocument(title=c.name, file="documents/a.txt", collection=c) for c in collections]
    images = [PortalImage(title=c.name, file="a.png", width=1, height=1, collection=c) for c in collections]
    PortalDocument.objects.bulk_create(documents)
    PortalImage.objects.bulk_create(images)
    for model in (PortalDocument, PortalImage):
        assert [str(file) for file in model.objects.visible_to(AnonymousUser())] == ["Root"]
        assert len(model.objects.visible_to(make_user(first))) == 3
        assert len(model.objects.visible_to(make_user(Group.objects.get(name="Trainers")))) == 1
        assert len(model.objects.visible_to(make_superuser())) == 3


def test_pages_and_collections_do_not_answer_for_each_other(chain, collections, first):
    """Both trees number their paths alike."""
    assert audience_of_page(chain[0]) == PUBLIC
    restrict(chain[0], LOGIN)
    assert audience_of_collection(collections[0]) == PUBLIC
