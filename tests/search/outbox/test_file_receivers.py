"""From a change of a file to the index: what it says is found, by those who may see it, and only by them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.languages.catalogue import get_language
from portal.core.models import PortalDocument
from portal.core.visibility.audience import audiences_for
from search.engines.base import EngineQuery
from search.engines.current import current_engine
from search.outbox.attached_file import AttachedFile, remember_all_files
from search.outbox.entry import OutboxEntry
from search.understanding.asking import ask
from search.understanding.question import understand
from tests.factories.files import close, make_collection, make_document
from tests.factories.pages import make_news, make_practice, restrict
from tests.factories.people import make_group, make_superuser, make_user

NOBODY = AnonymousUser()


def found(text, user=NOBODY):
    engine = current_engine()
    audiences = audiences_for(user)
    question = understand(text, reader=get_language("en"), audiences=audiences, engine=engine)
    return {hit.id for hit in ask(engine, question, EngineQuery(audiences=audiences, limit=100)).hits}


def id_of(page):
    return f"{page._meta.label_lower}:{page.pk}"


def waiting():
    return set(OutboxEntry.objects.values_list("document_id", flat=True))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A block whose changes count as committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def members(db):
    return make_group("Members")


@pytest.fixture
def document(site_root):
    return make_document("Annex", ("Zanzibar", "Madagascar"), language="en")


@pytest.fixture
def page(site_root, document, build_index):
    """A public page with the document, in the index."""
    made = make_practice(attachments=[("file", document)])
    build_index()
    OutboxEntry.objects.all().delete()
    return made


def test_a_page_is_found_by_the_words_and_the_title_of_its_file(page):
    assert [found(words) for words in ("madagascar", "annex", "Zanzibar annex")] == [{id_of(page)}] * 3


def test_a_file_that_was_attached_is_found_and_one_that_was_taken_off_is_not(page, committed):
    with committed():
        other = make_document("Other", ("Mauritius",), language="en")
        page.attachments = [("file", other)]
        page.save_revision().publish()
    assert (found("madagascar"), found("mauritius")) == (set(), {id_of(page)})
    assert list(AttachedFile.objects.values_list("page", "file")) == [(page.pk, other.pk)]


def test_a_draft_that_has_another_file_changes_nothing(page, document, committed):
    with committed():
        page.attachments = []
        page.save_revision()
    assert list(AttachedFile.objects.values_list("file", flat=True)) == [document.pk]
    with committed():
        document.collection = make_collection(make_group("Members"))
        document.save()
    assert found("madagascar") == set()


def test_another_file_in_its_place_is_read_and_found(page, document, committed):
    with committed():
        document.file = ContentFile(b"Mauritius", "new.txt")
        document.save()
    assert (found("madagascar"), found("mauritius")) == (set(), {id_of(page)})


def test_another_title_or_language(page, document, committed):
    with committed():
        document.title = "Seychelles"
        document.save()
    assert (found("annex"), found("seychelles")) == (set(), {id_of(page)})


def test_a_file_that_is_deleted_is_not_found_any_more(page, document, committed):
    with committed():
        document.delete()
    assert found("madagascar") == set()
    assert AttachedFile.objects.count() == 0


def test_files_that_are_deleted_with_others(page, committed):
    with committed():
        PortalDocument.objects.all().delete()
    assert found("madagascar") == set()


def test_a_file_that_moves_to_a_closed_collection_and_back(page, document, committed, members):
    closed = make_collection(members)
    with committed():
        document.collection = closed
        document.save()
    assert [found("madagascar", user) for user in (NOBODY, make_user(members), make_superuser())] == [set()] * 3
    with committed():
        document.collection = Collection.get_first_root_node()
        document.save()
    assert found("madagascar") == {id_of(page)}


def test_many_files_that_are_moved_in_the_admin(page, document, committed, members, client):
    closed = make_collection(members)
    client.force_login(make_superuser())
    address = reverse("wagtail_bulk_action", args=("core", "portaldocument", "add_to_collection"))
    with committed():
        client.post(f"{address}?id={document.pk}", {"collection": closed.pk})
    document.refresh_from_db()
    assert (document.collection_id, found("madagascar")) == (closed.pk, set())


def test_a_collection_that_is_closed_opened_and_given_to_others(page, document, committed, members):
    above = make_collection()
    collection = make_collection(parent=above)
    with committed():
        document.collection = collection
        document.save()
    with committed():
        restriction = close(above, members)
    assert found("madagascar") == set()
    restrict(page, members)
    with committed():
        page.save()
    assert [found("madagascar", user) for user in (NOBODY, make_user(members))] == [set(), {id_of(page)}]
    with committed():
        restriction.groups.set([make_group("Trainers")])
    assert found("madagascar", make_superuser()) == set()
    with committed():
        CollectionViewRestriction.objects.all().delete()
    assert found("madagascar", make_superuser()) == {id_of(page)}


def test_a_group_that_is_deleted_leaves_the_collection_closed(page, document, committed, members):
    with committed():
        close(document.collection, members)
    with committed():
        members.delete()
    assert found("madagascar") == set()


def test_a_collection_that_is_moved_in_the_admin(page, document, committed, members, client):
    closed, collection = make_collection(members), make_collection()
    with committed():
        document.collection = collection
        document.save()
    assert found("madagascar") == {id_of(page)}
    client.force_login(make_superuser())
    address = reverse("wagtailadmin_collections:edit", args=(collection.pk,))
    with committed():
        client.post(address, {"name": collection.name, "parent": closed.pk})
    assert Collection.objects.get(pk=collection.pk).is_child_of(closed)
    assert found("madagascar") == set()


def test_files_of_other_pages_are_none_of_its_business(site_root, document):
    make_news(attachments=[("file", document)])
    document.save()
    assert waiting() == set()


def test_what_is_rolled_back_never_was(page, document):
    with pytest.raises(LookupError), transaction.atomic():
        document.save()
        assert waiting() == {id_of(page)}
        raise LookupError
    assert waiting() == set()


def test_what_was_attached_before_is_remembered_with_the_next_index(page, document, build_index, committed):
    AttachedFile.objects.all().delete()
    build_index()
    assert list(AttachedFile.objects.values_list("page", "file")) == [(page.pk, document.pk)]


def test_remembering_takes_as_many_queries_for_one_as_for_three(site_root, document, django_assert_num_queries):
    make_practice(attachments=[("file", document)])
    with django_assert_num_queries(8):
        remember_all_files()
    make_practice(attachments=[("file", document)])
    make_practice(attachments=[("file", document)])
    with django_assert_num_queries(8):
        remember_all_files()
