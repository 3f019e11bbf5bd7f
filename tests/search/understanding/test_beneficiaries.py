"""What is filed by a beneficiary is found by every word for it, in every language, whatever it is written in."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from portal.core.languages.catalogue import CONTENT_CODES, get_language
from portal.core.starter.report import Report
from portal.core.visibility.audience import PUBLIC
from portal.vocabulary.models import Beneficiary
from portal.vocabulary.starter import DATA
from portal.vocabulary.starter.places import load_places
from search.documents.labels import labels_of
from search.engines.base import EngineQuery, Sort
from search.engines.tantivy_engine import TantivyEngine
from search.lexicon.sources.names import WORDS
from search.understanding.asking import ask
from search.understanding.question import understand
from tests.search.engines.conftest import document

pytestmark = pytest.mark.django_db

PUBLIC_ONLY = frozenset({PUBLIC})

ABOUT = "about:1"

#: What a document of each beneficiary is written in: not its own language, so that only filing leads there.
WRITTEN_IN = {"AL": "mk", "BA": "sq", "XK": "en", "ME": "sq", "MK": "sr", "RS": "sq"}


@pytest.fixture(scope="module")
def engine(shared_rows, tmp_path_factory):
    """A resource of each beneficiary, and one that speaks of Sarajevo and is filed nowhere."""
    load_places(DATA / "places.json", Report())
    filed = [
        replace(document(f"{one.code}:1", "Plan", text="Plan 51", lang=WRITTEN_IN[one.code]), labels=labels_of([one]))
        for one in Beneficiary.objects.all()
    ]
    engine = TantivyEngine(tmp_path_factory.mktemp("search"))
    engine.rebuild([*filed, document(ABOUT, "Meeting", text="They met in Sarajevo.")])
    return engine


def found(engine, text, lang):
    question = understand(text, reader=get_language(lang), audiences=PUBLIC_ONLY, engine=engine)
    return [hit.id for hit in ask(engine, question, EngineQuery(PUBLIC_ONLY, sort=Sort.RELEVANCE)).hits]


def words_of_the_file():
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for lang in CONTENT_CODES:
                for text in filter(None, row["bs" if lang == "cnr" else lang].split("|")):
                    yield row["code"], lang, text


def first_filed(engine, text, lang):
    return next((one.removesuffix(":1") for one in found(engine, text, lang) if one != ABOUT), None)


def test_every_word_of_the_file_leads_to_its_beneficiary(engine):
    wrong = {
        (lang, text): first
        for code, lang, text in words_of_the_file()
        if (first := first_filed(engine, text, lang)) != code
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Kosovës", "sq", "XK"),
        ("kosovare", "sq", "XK"),
        ("косовските", "mk", "XK"),
        ("Prištini", "sr-latn", "XK"),
        ("Приштина", "en", "XK"),
        ("kosovski", "sq", "XK"),
        ("srpskih", "bs", "RS"),
        ("serbe", "sq", "RS"),
        ("Београду", "sr", "RS"),
        ("Shqiperise", "sq", "AL"),
        ("shqiptarët", "sq", "AL"),
        ("Тирана", "en", "AL"),
        ("Crnoj Gori", "cnr", "ME"),
        ("Црне Горе", "sr", "ME"),
        ("crnogorskih", "en", "ME"),
        ("Malit të Zi", "sq", "ME"),
        ("BIH", "en", "BA"),
        ("БиХ", "mk", "BA"),
        ("Bosni", "cnr", "BA"),
        ("Makedonije", "sr-latn", "MK"),
        ("Maqedonisë", "sq", "MK"),
        ("Скопје", "mk", "MK"),
        ("Skoplju", "bs", "MK"),
        ("Shkupit", "sq", "MK"),
    ],
)
def test_other_forms_and_other_scripts_lead_there_too(engine, text, lang, code):
    assert first_filed(engine, text, lang) == code


def test_what_speaks_of_a_capital_comes_before_what_is_filed_by_the_beneficiary(engine):
    assert found(engine, "Sarajevu", "bs") == [ABOUT, "BA:1"]


def test_a_name_is_not_searched_for_by_the_words_for_its_people_or_its_capital(engine):
    question = understand("Srbija", reader=get_language("bs"), audiences=PUBLIC_ONLY, engine=engine)
    assert {one.label for one in question.also} == {"Serbia", "Србија"}


def test_the_short_name_is_one_thing_among_other_words(engine):
    assert first_filed(engine, "plan u BiH", "bs") == "BA"
