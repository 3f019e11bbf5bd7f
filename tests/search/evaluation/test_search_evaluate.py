"""Ranking the documents of a file for the queries of another."""

import json

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db

DOCUMENTS = [
    {"id": "sr1", "lang": "sr", "script": "Cyrl", "title": "Условни отпуст", "text": "Надзор после затвора."},
    {"id": "sq1", "lang": "sq", "script": "Latn", "title": "Shërbimi i provës", "text": "Mbikëqyrja e të dënuarve."},
    {"id": "en1", "lang": "en", "script": "Latn", "title": "Prison staff", "text": "Training of officers."},
    {"id": "en2", "lang": "en", "script": "Latn", "title": "Conditional release", "text": "Supervision afterwards."},
]


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def evaluate(tmp_path):
    def run(queries, documents=DOCUMENTS):
        paths = {name: tmp_path / f"{name}.jsonl" for name in ("documents", "queries", "output")}
        paths["documents"].write_text(documents if isinstance(documents, str) else lines(documents), encoding="utf-8")
        paths["queries"].write_text(queries if isinstance(queries, str) else lines(queries), encoding="utf-8")
        call_command("search_evaluate", **paths)
        return {answer["qid"]: answer["docs"] for answer in map(json.loads, paths["output"].read_text().splitlines())}

    return run


def test_ids_come_back_best_first_for_each_query(evaluate):
    answers = evaluate(
        [
            {"qid": "1", "text": "uslovnog otpusta", "lang": "bs", "langs": ["sr"]},
            {"qid": "2", "text": "prison", "lang": "en", "langs": ["en"]},
            {"qid": "3", "text": "zzzzqq", "lang": "sq"},
        ]
    )
    assert answers == {"1": ["sr1"], "2": ["en1"], "3": []}


def test_only_documents_in_the_languages_asked_for_are_found(evaluate):
    query = {"text": "conditional release", "lang": "en"}
    answers = evaluate([{"qid": "all", **query}, {"qid": "sr", **query, "langs": ["sr"]}])
    assert answers["all"][0] == "en2"
    assert answers["sr"] == ["sr1"]


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ("not json\n", "line 1: no JSON"),
        ("[]\n", "line 1: not an object"),
        (lines([{"id": "a", "lang": "de"}]), "line 1: 'de' is not one of"),
        (lines([{"lang": "en"}]), "line 1: id is missing"),
        (lines([{"id": "a", "lang": "en", "title": 3}]), "line 1: title is not a text"),
        (lines([{"id": "a", "lang": "en"}, {"id": "a", "lang": "sq"}]), "an id stands on more than one line"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(evaluate, documents, message):
    with pytest.raises(CommandError, match=message):
        evaluate([], documents)
