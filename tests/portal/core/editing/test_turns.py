"""Two people save one page at the same moment, and both keep their work."""

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.pages import make_plain


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def statements(queries):
    return [query["sql"] for query in queries]


@pytest.mark.django_db(transaction=True)
def test_the_page_is_held_before_its_newest_revision_is_read(edit, albanian):
    """What PostgreSQL shows below is true of SQLite because its transactions write from their beginning on."""
    page = make_plain(ready=("en",))
    form = edit(albanian, page).type(headline_sq="Titulli")
    with CaptureQueriesContext(connection) as queries:
        assert form.save().status_code == 302
    found = statements(queries)
    held = next(number for number, sql in enumerate(found) if sql.startswith("BEGIN"))
    read = next(number for number, sql in enumerate(found) if 'FROM "wagtailcore_revision"' in sql)
    stored = next(number for number, sql in enumerate(found) if sql.startswith('INSERT INTO "wagtailcore_revision"'))
    assert held < read < stored
    assert "COMMIT" not in found[held:stored]


@pytest.mark.django_db(transaction=True)
def test_looking_at_the_form_holds_nothing(edit, albanian):
    page = make_plain(ready=("en",))
    with CaptureQueriesContext(connection) as queries:
        edit(albanian, page)
    # Signing in, which is part of it here, notes the session.
    held = [sql for sql in statements(queries) if "FOR UPDATE" in sql and "usersession" not in sql]
    assert held == []


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_translators_who_save_at_once_both_keep_their_work(edit, albanian, macedonian):
    page = make_plain(ready=("en",))
    together = threading.Barrier(2)
    answers = []

    def save(form):
        try:
            together.wait()
            answers.append(form.save().status_code)
        finally:
            connection.close()

    for turn in range(3):
        forms = [
            edit(albanian, page).type(headline_sq=f"Titulli {turn}"),
            edit(macedonian, page).type(headline_mk=f"Наслов {turn}"),
        ]
        threads = [threading.Thread(target=save, args=[form]) for form in forms]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        newest = draft(page)
        assert (newest.headline_sq, newest.headline_mk) == (f"Titulli {turn}", f"Наслов {turn}")
    assert answers == [302] * 6
