"""Translations are given, taken, given back and finished; of two people at the same moment one comes second."""

import threading
from datetime import date

import pytest
from django.db import connection
from wagtail.models import PageLogEntry

from portal.accounts import roles
from portal.accounts.apps import complete_roles
from portal.accounts.models import User
from portal.desk.assigning.giving import Refused, assign, finish_current, give_back, take
from portal.desk.models import Assignment
from tests.factories.desk import give, make_translator_below
from tests.factories.pages import make_page, make_plain
from tests.factories.people import make_user
from tests.factories.site import make_site_root

pytestmark = pytest.mark.django_db


def rows():
    return sorted(Assignment.objects.values_list("page", "language", "assignee__first_name"))


def history(page):
    entries = PageLogEntry.objects.filter(page=page, action__startswith="desk.").order_by("pk")
    names = dict(User.objects.values_list("pk", "first_name"))
    return [(entry.action, names.get(entry.user_id), entry.message) for entry in entries]


def test_pages_are_given_to_a_translator(editor, albanian):
    pages = [make_plain() for _number in range(2)]
    seen = {page.pk: None for page in pages}
    outcome = assign(seen=seen, language="sq", assignee=albanian, by=editor, due=date(2030, 5, 1), note="Soon")
    assert (len(outcome.assigned), outcome.refused) == (2, {})
    assert rows() == [(page.pk, "sq", "Arta") for page in pages]
    row = Assignment.objects.first()
    assert (row.due, row.note, row.assigned_by) == (date(2030, 5, 1), "Soon", editor)
    assert history(pages[0]) == [
        ("desk.assign", "Edita", "Translation into Shqip given to Arta, due 1 May 2030"),
    ]


def test_what_somebody_else_assigned_meanwhile_is_not_overwritten(editor, albanian):
    """Two editors have the same table before them."""
    page, other = make_plain(), make_plain()
    second = make_user(roles.EDITORS, first_name="Emir")
    colleague = make_user(roles.translators("sq"), first_name="Besa")
    seen = {page.pk: None, other.pk: None}
    assign(seen={page.pk: None}, language="sq", assignee=albanian, by=editor)
    outcome = assign(seen=seen, language="sq", assignee=colleague, by=second)
    assert outcome.refused == {page.pk: "Meanwhile Arta has it."}
    assert rows() == [(page.pk, "sq", "Arta"), (other.pk, "sq", "Besa")]
    # Having seen it, they may.
    now = Assignment.objects.get(page=page).pk
    assert assign(seen={page.pk: now}, language="sq", assignee=colleague, by=second).refused == {}
    assert rows() == [(page.pk, "sq", "Besa"), (other.pk, "sq", "Besa")]
    refused = assign(seen={page.pk: now}, language="sq", assignee=None, by=editor).refused
    assert refused == {page.pk: "Meanwhile Besa has it."}


def test_what_was_given_back_meanwhile_is_looked_at_again(editor, albanian):
    page = make_plain()
    row = give(page, albanian)
    give_back(page=page.pk, language="sq", user=albanian)
    outcome = assign(seen={page.pk: row.pk}, language="sq", assignee=albanian, by=editor)
    assert outcome.refused == {page.pk: "Meanwhile it is nobody's: it was given back or finished."}


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_the_same_moment_one_comes_second():
    make_site_root()
    complete_roles()
    editors = [make_user(roles.EDITORS, first_name=name) for name in ("Edita", "Emir")]
    people = [make_user(roles.translators("sq"), first_name=name) for name in ("Arta", "Besa")]
    page = make_plain()
    together = threading.Barrier(2)
    outcomes = []

    def go(by, assignee):
        try:
            together.wait()
            outcomes.append(assign(seen={page.pk: None}, language="sq", assignee=assignee, by=by))
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=pair) for pair in zip(editors, people, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted((len(one.assigned), len(one.refused)) for one in outcomes) == [(0, 1), (1, 0)]
    assert Assignment.objects.count() == 1


def test_only_what_can_be_translated_is_given(editor, albanian, macedonian):
    source, ready, fine = make_plain(ready=("sq",), source_language="sq"), make_plain(ready=("en", "sq")), make_plain()
    seen = {page.pk: None for page in (source, ready, fine)}
    refused = assign(seen=seen, language="sq", assignee=albanian, by=editor).refused
    assert refused == {
        source.pk: "The page is written in this language.",
        ready.pk: "The translation is ready and current.",
    }
    refused = assign(seen={fine.pk: None}, language="bs", assignee=macedonian, by=editor).refused
    assert refused == {fine.pk: "Marko may not write this language of the page."}
    macedonian.is_active = False
    assert assign(seen={fine.pk: None}, language="mk", assignee=macedonian, by=editor).assigned == []


def test_nobody_is_given_a_page_they_do_not_work_on(editor):
    section, elsewhere = make_plain(), make_plain()
    below = make_page(type(section), section)
    person = make_translator_below(section)
    seen = {below.pk: None, elsewhere.pk: None}
    outcome = assign(seen=seen, language="sq", assignee=person, by=editor)
    assert [row.page_id for row in outcome.assigned] == [below.pk]
    assert outcome.refused == {elsewhere.pk: "Bled may not write this language of the page."}


def test_nobody_gives_pages_they_do_not_work_on(albanian):
    section, elsewhere = make_plain(), make_plain()
    person = make_translator_below(section)
    outcome = assign(seen={elsewhere.pk: None}, language="sq", assignee=albanian, by=person)
    assert (outcome.assigned, outcome.refused, rows()) == ([], {}, [])


def test_a_translator_takes_what_nobody_has_and_gives_it_back(albanian, editor):
    page = make_plain()
    take(page=page.pk, language="sq", user=albanian)
    assert rows() == [(page.pk, "sq", "Arta")]
    with pytest.raises(Refused, match="Meanwhile Arta has it"):
        take(page=page.pk, language="sq", user=make_user(roles.translators("sq")))
    with pytest.raises(Refused, match="may not write this language"):
        take(page=page.pk, language="mk", user=albanian)
    give_back(page=page.pk, language="sq", user=albanian)
    assert rows() == []
    with pytest.raises(Refused, match="not yours any more"):
        give_back(page=page.pk, language="sq", user=albanian)
    assert history(page) == [
        ("desk.take", "Arta", "Translation into Shqip taken on by Arta"),
        ("desk.give_back", "Arta", "Translation into Shqip given back by Arta"),
    ]


def test_nobody_takes_what_they_do_not_work_on(editor):
    person = make_translator_below(make_plain())
    with pytest.raises(Refused, match="not there any more"):
        take(page=make_plain().pk, language="sq", user=person)


def test_it_is_finished_when_readers_have_it(albanian, macedonian, editor):
    page = make_plain(ready=("en",))
    give(page, albanian)
    give(page, macedonian, "mk")
    page.headline_sq, page.summary_sq, page.body_sq = "Titulli", "Përmbledhje", page.body_en
    page.readiness_sq, page.based_on_sq = "ready", 1
    draft = page.save_revision(user=albanian)
    assert len(rows()) == 2
    draft.publish(user=editor)
    assert rows() == [(page.pk, "mk", "Marko")]
    assert [entry[0::2] for entry in history(page)] == [("desk.finish", "Translation into Shqip by Arta is ready")]


def test_what_is_outdated_is_not_finished(albanian):
    page = make_plain(ready=("en", "sq"), source_version=2)
    row = give(page, albanian)
    page.save()
    assert rows() == [(page.pk, "sq", "Arta")]
    type(page).objects.filter(pk=page.pk).update(based_on_sq=2)
    assert finish_current() == 1
    assert not Assignment.objects.filter(pk=row.pk).exists()


def test_history_survives_the_account(albanian):
    page = make_plain()
    take(page=page.pk, language="sq", user=albanian)
    albanian.delete()
    assert rows() == []
    assert history(page) == [("desk.take", None, "Translation into Shqip taken on by a deleted account")]
