"""Changes are noticed with the next search, in every process."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection, transaction

from portal.vocabulary.models import Concept
from search.lexicon.equivalent_terms import EquivalentTerms
from tests.factories.vocabulary import make_beneficiary, make_concept
from tests.search.lexicon.conftest import labels


@pytest.mark.django_db
def test_an_entry_works_at_once_changed_and_deleted_too():
    assert labels("qqkazamat", "en", hbs=1.0) == []
    entry = EquivalentTerms.objects.create(terms_bs="qqkazamat", terms_en="qqdungeon")
    assert labels("qqkazamat", "en", hbs=1.0) == ["qqdungeon"]
    entry.terms_en = "qqcell"
    entry.save()
    assert labels("qqkazamat", "en", hbs=1.0) == ["qqcell"]
    entry.delete()
    assert labels("qqkazamat", "en", hbs=1.0) == []


@pytest.mark.django_db
def test_a_concept_works_at_once_changed_and_deleted_too():
    concept = make_concept("cell", label_en="qqcell", label_sq="qqqeli")
    assert labels("qqcell", "sq") == ["qqqeli"]
    concept.label_sq = "qqdhomë"
    concept.save()
    assert labels("qqcell", "sq") == ["qqdhomë"]
    Concept.objects.filter(pk=concept.pk).delete()
    assert labels("qqcell", "sq") == []


@pytest.mark.django_db
def test_a_name_works_at_once():
    beneficiary = make_beneficiary("AL", name_en="qqland", name_sq="qqvend")
    assert labels("qqland", "sq") == ["qqvend"]
    beneficiary.name_sq = "qqvendi"
    beneficiary.save()
    assert labels("qqland", "sq") == ["qqvendi"]


@pytest.mark.django_db
def test_what_is_rolled_back_never_was():
    EquivalentTerms.objects.create(terms_en="qqfirst, qqsecond")
    with transaction.atomic():
        EquivalentTerms.objects.create(terms_en="qqfirst, qqthird")
        assert labels("qqfirst", "en") == ["qqsecond", "qqthird"]
        transaction.set_rollback(True)
    assert labels("qqfirst", "en") == ["qqsecond"]
    EquivalentTerms.objects.create(terms_en="qqfirst, qqfourth")
    assert labels("qqfirst", "en") == ["qqsecond", "qqfourth"]


@pytest.mark.django_db
def test_synonyms_bring_along_what_they_mean_elsewhere():
    zatvor = {"label_bs": "qqzatvor", "label_cnr": "qqzatvor", "label_sr": "qqzatvor"}
    make_concept("prison", label_en="qqprison", label_sq="qqburg", **zatvor)
    EquivalentTerms.objects.create(terms_bs="qqkazamat, qqzatvor")
    assert labels("qqkazamat", "hbs", hbs=1.0) == ["qqzatvor"]
    assert labels("qqkazamat", "sq", hbs=1.0) == ["qqburg"]


@pytest.mark.django_db
def test_what_editors_entered_comes_first():
    make_concept("plan", label_en="qqplan", label_sq="qqplani i parë")
    EquivalentTerms.objects.create(terms_en="qqplan", terms_sq="qqskema")
    assert labels("qqplan", "sq") == ["qqskema", "qqplani i parë"]


_PROCESS = """
import sys, django
django.setup()
from search.lexicon.equivalent_terms import EquivalentTerms
from tests.search.lexicon.conftest import labels
for line in sys.stdin:
    task, first, second = line.split()
    if task == "enter":
        EquivalentTerms.objects.create(terms_bs=first, terms_en=second)
        print("entered", flush=True)
    else:
        print(labels(first, second, hbs=1.0), flush=True)
"""


class Process:
    """Another process on the database, which does what it is told and says what came of it."""

    def __init__(self, url: str) -> None:
        self.run = subprocess.Popen(
            [sys.executable, "-c", _PROCESS],
            env={**os.environ, "DATABASE_URL": url},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def does(self, *task: str) -> str:
        self.run.stdin.write(" ".join(task) + "\n")
        self.run.stdin.flush()
        return self.run.stdout.readline().strip()

    def end(self) -> None:
        self.run.stdin.close()
        self.run.stdout.close()
        self.run.wait()


@pytest.fixture
def database_url(transactional_db, tmp_path):
    """The database of this test, as another process reaches it: SQLite's is in memory, so a copy of it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
            connection.connection.backup(copy)
        copy.close()
        return f"sqlite:///{tmp_path / 'copy.sqlite3'}"
    known = connection.settings_dict
    return f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}/{known['NAME']}"


def test_another_process_notices(database_url):
    asks, enters = Process(database_url), Process(database_url)
    try:
        answers = [asks.does("ask", "qqkazamat", "en")]
        enters.does("enter", "qqkazamat", "qqdungeon")
        answers.append(asks.does("ask", "qqkazamat", "en"))
    finally:
        asks.end()
        enters.end()
    assert answers == ["[]", "['qqdungeon']"]
