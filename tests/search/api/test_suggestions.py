"""What a program offers to somebody who is typing."""

import pytest

from portal.core.status_note.notes import note_for
from tests.factories.pages import make_practice
from tests.factories.people import make_user


def labels(answer):
    return [one["label"] for one in answer["suggestions"]]


def test_titles_then_terms_with_where_they_lead(library, ask):
    answer = ask("suggestions", q="rel")
    assert answer == {
        "lang": "en",
        "suggestions": [
            {
                "label": "Release plans",
                "lang": "en",
                "url": f"http://testserver{library['plan'].get_url()}",
                "kind": "Good practice",
            },
            {
                "label": "release on parole",
                "lang": "en",
                "url": "http://testserver/en/glossary/parole/",
                "kind": "Glossary",
            },
        ],
        "status_note": None,
    }


def test_whoever_may_see_more_is_offered_more(client, library, ask):
    assert labels(ask("suggestions", q="zanzi")) == []
    client.force_login(make_user())
    assert labels(ask("suggestions", q="zanzi")) == ["Zanzibarian release"]


def test_script_and_status_mark_of_the_readers_rendering(library, ask):
    answer = ask("suggestions", q="otpust", lang="sr-latn")
    assert labels(answer) == ["Plan otpusta sa Kosova*", "otpust na Kosovu*"]
    assert answer["status_note"] == f"* {note_for('sr-latn')}"


def test_a_title_is_plain_text(library, ask, build_index):
    make_practice(headline_en="Visits & <b>calls</b>")
    build_index()
    assert labels(ask("suggestions", q="visit")) == ["Visits & <b>calls</b>"]


@pytest.mark.parametrize("text", ["", "r", "\x00", "zzzz", "x" * 200])
def test_nothing_to_offer(library, ask, text):
    assert labels(ask("suggestions", q=text)) == []


def test_when_the_engine_is_away_nothing_is_offered(library, ask, break_engine):
    break_engine()
    assert labels(ask("suggestions", q="rel")) == []


def test_the_number_of_queries_does_not_depend_on_how_much_is_found(
    library, ask, build_index, django_assert_num_queries
):
    make_practice(headline_en="Diary")
    build_index()
    ask("suggestions", q="diar")
    with django_assert_num_queries(6):
        assert len(labels(ask("suggestions", q="diar"))) == 1
    for _ in range(2):
        make_practice(headline_en="Diary of a day")
    build_index()
    with django_assert_num_queries(6):
        assert len(labels(ask("suggestions", q="diar"))) == 3
