"""Every kind of change reaches the index: afterwards it says what the database says, and readers find what they may.

Each row prepares the library, has its index built, changes something as people or programs do it, and says which
words are then found by everybody and by a member of the group. A change that reaches nothing fails in any case: the
index is compared with the database, document by document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, Page, PageViewRestriction

from portal.accounts.models import User
from portal.core.models import PortalDocument
from portal.core.visibility.audience import audiences_for
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, StandardPart
from search.analysis.language_groups import GROUP_CODES
from search.engines.base import EngineQuery
from search.engines.current import current_engine
from search.engines.looked_for import AnyOf, Stream, Words
from search.outbox.entry import OutboxEntry
from search.upkeep.verify import verify
from tests.factories.files import close
from tests.factories.pages import LOGIN, restrict
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_term
from tests.search.outbox.library import (
    Library,
    aliased,
    bulk,
    collection_restriction,
    expiring,
    make_library,
    post,
    publish,
    restriction,
    saved,
    scheduled,
)

WORDS = ("release", "madagascar", "safeguards", "zanzibar", "parole", "mauritius")
START = "release madagascar safeguards"

Step = Callable[[Library], Any]

#: What everybody finds, and what a member finds.
Found = tuple[str, str]


def both(words: str) -> Found:
    return words, words


AS_BEFORE = both(START)
WITH_DRAFT = both(f"{START} zanzibar")
WITHOUT_FILE = both("release safeguards")
#: The practice, with its file.
GONE = both("safeguards")
MEMBERS_ALONE = ("safeguards", START)


def nothing(library: Library) -> None:
    """There is nothing to be prepared."""


#: What is prepared, what is changed, and the words then found by everybody and by a member.
CHANGES: dict[str, tuple[Step, Step, Found]] = {
    # Pages
    "published with other words": (
        nothing,
        lambda library: publish(library, headline_en="Parole", summary_en="Early."),
        both("parole madagascar safeguards"),
    ),
    "classified otherwise": (
        nothing,
        lambda library: publish(library, stages=[make_term(FacetCode.STAGE, "release")]),
        AS_BEFORE,
    ),
    "a draft is published": (
        nothing,
        lambda library: library.draft.save_revision().publish(),
        WITH_DRAFT,
    ),
    "published by schedule": (
        scheduled,
        lambda library: call_command("publish_scheduled"),
        WITH_DRAFT,
    ),
    "expired by schedule": (expiring, lambda library: call_command("publish_scheduled"), GONE),
    "unpublished": (nothing, lambda library: library.practice.unpublish(), GONE),
    "unpublished in the admin": (
        nothing,
        lambda library: post(library, "wagtailadmin_pages:unpublish", library.practice.pk),
        GONE,
    ),
    "a place is unpublished with what lies below": (
        nothing,
        lambda library: post(library, "wagtailadmin_pages:unpublish", library.place.pk, include_descendants="on"),
        GONE,
    ),
    "many are published": (
        nothing,
        lambda library: bulk(library, "publish", library.draft),
        WITH_DRAFT,
    ),
    "many are unpublished": (
        nothing,
        lambda library: bulk(library, "unpublish", library.practice),
        GONE,
    ),
    "many are deleted": (nothing, lambda library: bulk(library, "delete", library.practice), GONE),
    "many are moved": (
        nothing,
        lambda library: bulk(library, "move", library.practice, chooser=library.closed.pk),
        MEMBERS_ALONE,
    ),
    "deleted": (nothing, lambda library: library.practice.delete(), GONE),
    "deleted with the place it lies in": (
        nothing,
        lambda library: Page.objects.get(pk=library.place.pk).delete(),
        GONE,
    ),
    "moved to a closed place": (
        nothing,
        lambda library: library.practice.move(library.closed, pos="last-child"),
        MEMBERS_ALONE,
    ),
    "moved in the admin": (
        nothing,
        lambda library: post(
            library, "wagtailadmin_pages:move_confirm", library.practice.pk, library.closed.pk, confirm="1"
        ),
        MEMBERS_ALONE,
    ),
    "moved out of a closed place": (
        lambda library: library.practice.move(library.closed, pos="last-child"),
        lambda library: GoodPractice.objects.get(pk=library.practice.pk).move(library.place, pos="last-child"),
        AS_BEFORE,
    ),
    "its place is moved below a closed page": (
        nothing,
        lambda library: library.place.move(library.closed, pos="last-child"),
        MEMBERS_ALONE,
    ),
    "copied, and as closed as before": (
        lambda library: restrict(library.practice, library.members),
        lambda library: library.practice.copy(
            update_attrs={"slug": "copy", "headline_en": "Parole"}, copy_revisions=False
        ),
        ("safeguards", f"{START} parole"),
    ),
    "an alias is made": (nothing, aliased, AS_BEFORE),
    "an alias follows its page": (
        aliased,
        lambda library: publish(library, headline_en="Parole", summary_en="Early."),
        both("parole madagascar safeguards"),
    ),
    "a part is added": (
        nothing,
        lambda library: StandardPart.objects.create(
            standard=library.part.standard, number="Rule 2", heading_en="Mauritius"
        ),
        both(f"{START} mauritius"),
    ),
    "a part is changed": (
        nothing,
        lambda library: saved(library.part, heading_en="Parole"),
        both("release madagascar parole"),
    ),
    "a part is deleted": (nothing, lambda library: library.part.delete(), both("release madagascar")),
    # Who may see a page
    "a page is closed": (nothing, lambda library: restrict(library.practice, LOGIN), MEMBERS_ALONE),
    "a page is closed in the admin": (
        nothing,
        lambda library: library.admin.post(
            reverse("wagtailadmin_pages:set_privacy", args=[library.practice.pk]),
            {"restriction_type": "groups", "groups": [library.members.pk]},
        ),
        MEMBERS_ALONE,
    ),
    "what lies above is closed": (
        nothing,
        lambda library: restrict(library.place, library.members),
        MEMBERS_ALONE,
    ),
    "closed to others than before": (
        lambda library: restrict(library.practice, library.members),
        lambda library: restriction(library).groups.set([make_group("Others")]),
        GONE,
    ),
    "closed to one group more": (
        lambda library: restrict(library.practice, make_group("Others")),
        lambda library: restriction(library).groups.add(library.members),
        MEMBERS_ALONE,
    ),
    "closed in another way": (
        lambda library: restrict(library.practice, make_group("Others")),
        lambda library: saved(restriction(library), restriction_type=LOGIN),
        MEMBERS_ALONE,
    ),
    "the group is given to it": (
        lambda library: restrict(library.practice, make_group("Others")),
        lambda library: library.members.pageviewrestriction_set.add(restriction(library)),
        MEMBERS_ALONE,
    ),
    "the group is taken from it": (
        lambda library: restrict(library.practice, library.members),
        lambda library: library.members.pageviewrestriction_set.clear(),
        GONE,
    ),
    "opened": (
        lambda library: restrict(library.practice, LOGIN),
        lambda library: restriction(library).delete(),
        AS_BEFORE,
    ),
    "many are opened": (
        lambda library: restrict(library.practice, LOGIN),
        lambda library: PageViewRestriction.objects.filter(page=library.practice).delete(),
        AS_BEFORE,
    ),
    # Files
    "another file in its place": (
        nothing,
        lambda library: saved(library.document, file=ContentFile(b"Mauritius", "new.txt")),
        both("release safeguards mauritius"),
    ),
    "another title of a file": (
        nothing,
        lambda library: saved(library.document, title="Mauritius"),
        both(f"{START} mauritius"),
    ),
    "a file is taken off": (nothing, lambda library: publish(library, attachments=[]), WITHOUT_FILE),
    "a file is deleted": (nothing, lambda library: library.document.delete(), WITHOUT_FILE),
    "many files are deleted": (
        nothing,
        lambda library: PortalDocument.objects.all().delete(),
        WITHOUT_FILE,
    ),
    "a collection is deleted with its files": (
        nothing,
        lambda library: Collection.objects.get(pk=library.outer.pk).delete(),
        WITHOUT_FILE,
    ),
    "a file goes to a closed collection": (
        nothing,
        lambda library: saved(library.document, collection=library.locked),
        WITHOUT_FILE,
    ),
    "many files go to a closed collection": (
        nothing,
        lambda library: PortalDocument.objects.update(collection=library.locked),
        WITHOUT_FILE,
    ),
    # Who may see a file
    "a collection is closed": (
        nothing,
        lambda library: close(library.inner, library.members),
        WITHOUT_FILE,
    ),
    "a collection is closed in the admin": (
        nothing,
        lambda library: library.admin.post(
            reverse("wagtailadmin_collections:set_privacy", args=[library.outer.pk]),
            {"restriction_type": "groups", "groups": [library.members.pk]},
        ),
        WITHOUT_FILE,
    ),
    "a collection is opened": (
        lambda library: close(library.outer, library.members),
        lambda library: collection_restriction().delete(),
        AS_BEFORE,
    ),
    "a collection is closed to others than before": (
        lambda library: (restrict(library.practice, library.members), close(library.outer, library.members)),
        lambda library: collection_restriction().groups.set([make_group("Others")]),
        ("safeguards", "release safeguards"),
    ),
    "the group is given to a collection": (
        lambda library: (
            restrict(library.practice, library.members),
            close(library.outer, make_group("Others")),
        ),
        lambda library: library.members.collectionviewrestriction_set.add(collection_restriction()),
        MEMBERS_ALONE,
    ),
    "a collection is moved": (
        nothing,
        lambda library: library.outer.move(library.locked, pos="sorted-child"),
        WITHOUT_FILE,
    ),
    "a collection is moved out again": (
        lambda library: library.outer.move(library.locked, pos="sorted-child"),
        lambda library: Collection.objects.get(pk=library.inner.pk).move(
            Collection.get_first_root_node(), pos="sorted-child"
        ),
        AS_BEFORE,
    ),
    "a collection is moved in the admin": (
        nothing,
        lambda library: post(
            library, "wagtailadmin_collections:edit", library.outer.pk, name="Outer", parent=library.locked.pk
        ),
        WITHOUT_FILE,
    ),
}


@pytest.fixture
def library(search_folder, site_root, client) -> Library:
    return make_library(site_root, client)


def found_by(user: Any) -> set[str]:
    """Those of WORDS that this person finds something by."""

    def number(word: str) -> int:
        anywhere = AnyOf(tuple(Words(group, Stream.WORDS, (word,)) for group in GROUP_CODES))
        return current_engine().search(EngineQuery(audiences_for(user), anywhere, limit=1)).total

    return {word for word in WORDS if number(word)}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_reaches_the_index(library, build_index, django_capture_on_commit_callbacks, name):
    prepare, change, (everybody, members) = CHANGES[name]
    with django_capture_on_commit_callbacks(execute=True):
        prepare(library)
    build_index()
    OutboxEntry.objects.all().delete()
    before = current_engine().fingerprints()
    with django_capture_on_commit_callbacks(execute=True):
        change(library)
    assert not OutboxEntry.objects.exists()
    after = current_engine().fingerprints()
    assert after != before
    assert found_by(AnonymousUser()) == set(everybody.split())
    assert found_by(library.member) == set(members.split())
    assert verify(current_engine(), lambda number: None).ids == ()


#: What changes who somebody is: no document is concerned, because documents name groups and not people.
PEOPLE: dict[str, tuple[Callable[[User, Group], Any], str]] = {
    "joins the group": (lambda user, group: user.groups.add(group), START),
    "is added by the group": (lambda user, group: group.user_set.add(user), START),
    "leaves all groups": (lambda user, group: user.groups.clear(), "safeguards"),
    "becomes a superuser": (lambda user, group: saved(user, is_superuser=True), START),
    "loses the account": (lambda user, group: saved(user, is_active=False), "safeguards"),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_who_somebody_is_needs_nothing(library, build_index, name):
    change, words = PEOPLE[name]
    group = make_group("Others")
    restrict(library.practice, group)
    user = make_user() if words == START else make_user(group)
    build_index()
    OutboxEntry.objects.all().delete()
    assert found_by(user) == ({"safeguards"} if words == START else set(START.split()))
    change(user, group)
    assert not OutboxEntry.objects.exists()
    assert found_by(User.objects.get(pk=user.pk)) == set(words.split())
