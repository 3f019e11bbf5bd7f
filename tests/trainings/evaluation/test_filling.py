"""Filling in a form: in which days, once, with nothing lost, and apart from who it was where that was promised."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.trainings import (
    make_answer,
    make_enrolment,
    make_form,
    make_people,
    make_question,
    make_session,
    make_training,
)
from trainings.evaluation.models import AnswerSheet, FormAnswered, FormKind, QuestionKind
from trainings.services.deciding import withdraw

pytestmark = pytest.mark.usefixtures("site_root")


def address(enrolment, form, language="en"):
    return reverse("trainings:fill", args=[enrolment.token, form.kind]).replace("/en/", f"/{language}/", 1)


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser").main


def text(response):
    return page(response).get_text(" ", strip=True)


def just_over(**fields):
    return make_training(days=-2, **fields)


def test_a_form_without_a_name_keeps_that_somebody_answered_apart_from_what(client):
    training = just_over()
    form = make_form(training)
    question, comment = make_question(form), make_question(form, QuestionKind.TEXT, is_required=False)
    enrolment = make_enrolment(training)
    assert "This form is anonymous" in text(client.get(address(enrolment, form)))
    given = {f"q{question.pk}": "4", f"q{comment.pk}": "More practice"}
    answer = client.post(address(enrolment, form), given, follow=True)
    assert "Thank you, your answers are kept" in text(answer)
    assert "More practice" not in text(answer)
    sheet = AnswerSheet.objects.get()
    assert (sheet.enrolment, sheet.values) == (None, {str(question.pk): 4, str(comment.pk): "More practice"})
    assert {field.name for field in AnswerSheet._meta.fields} == {
        "id",
        "form",
        "training",
        "enrolment",
        "values",
        "points",
        "out_of",
        "ratings",
        "rated",
        "attempts",
    }
    assert FormAnswered.objects.get().enrolment == enrolment


def test_the_order_of_anonymous_sheets_is_not_that_in_which_people_answered():
    training = make_training(days=-2, capacity=3)
    form = make_form(training)
    make_question(form)
    keys = []
    for member, value in zip(make_people(3), (1, 2, 3), strict=True):
        make_answer(make_enrolment(training, member), form, value)
        keys.append(set(AnswerSheet.objects.values_list("pk", flat=True)))
    # All are written anew with each answer: none keeps a key by which it could be told since when it is there.
    assert keys[0] & keys[1] == keys[1] & keys[2] == set()
    assert sorted(next(iter(values.values())) for values in AnswerSheet.objects.values_list("values", flat=True)) == [
        1,
        2,
        3,
    ]


def test_nobody_answers_twice(client):
    training = just_over()
    form = make_form(training)
    question = make_question(form)
    enrolment = make_enrolment(training)
    for value in ("4", "1"):
        client.post(address(enrolment, form), {f"q{question.pk}": value})
    assert [sheet.values for sheet in AnswerSheet.objects.all()] == [{str(question.pk): 4}]


def test_a_test_with_a_name_shows_what_was_given_and_the_points(client):
    training = just_over()
    form = make_form(training, FormKind.POST, pass_mark=70, title_en="Test")
    one = make_question(form, QuestionKind.ONE, points=2)
    several = make_question(form, QuestionKind.SEVERAL, right="1 3", points=1)
    enrolment = make_enrolment(training)
    assert "This form is kept with your name" in text(client.get(address(enrolment, form)))
    answer = client.post(address(enrolment, form), {f"q{one.pk}": "2", f"q{several.pk}": ["1", "2"]}, follow=True)
    assert "You have 2 of 3 points (67 %). You have not passed: 70 % are needed. You may try again" in text(answer)
    assert [dd.get_text() for dd in page(answer).select("dd")] == ["No", "Yes", "No"]
    assert AnswerSheet.objects.get().enrolment == enrolment


def test_what_is_missing_is_named_and_nothing_is_lost(client):
    training = just_over()
    form = make_form(training)
    question, comment = make_question(form), make_question(form, QuestionKind.TEXT)
    kept = make_question(form, QuestionKind.SEVERAL)
    enrolment = make_enrolment(training)
    given = {f"q{question.pk}": "9", f"q{comment.pk}": "Слушање\nи уште", f"q{kept.pk}": ["1", "3"]}
    html = page(client.post(address(enrolment, form), given))
    assert "1 thing needs your attention" in html.select_one("[role=alert]").get_text(" ", strip=True)
    assert html.select_one("textarea").get_text().strip() == "Слушање\nи уште"
    assert [box["value"] for box in html.select("input[checked]")] == ["1", "3"]
    assert not AnswerSheet.objects.exists() and not FormAnswered.objects.exists()


def test_an_answer_may_not_hold_what_no_database_keeps(client):
    training = just_over()
    form = make_form(training)
    comment = make_question(form, QuestionKind.TEXT)
    enrolment = make_enrolment(training)
    html = page(client.post(address(enrolment, form), {f"q{comment.pk}": "a\x00b"}))
    assert html.select_one("[role=alert]") is not None


@pytest.mark.parametrize(
    ("kind", "days", "length", "is_open"),
    [
        (FormKind.PRE, 40, 0, True),
        (FormKind.PRE, 0, 0, True),
        (FormKind.PRE, -1, 1, False),
        (FormKind.POST, 1, 0, False),
        (FormKind.REACTION, -1, 1, True),
        (FormKind.POST, -28, 0, True),
        (FormKind.POST, -29, 0, False),
        (FormKind.FOLLOW_UP, -60, 0, False),
        (FormKind.FOLLOW_UP, -93, 0, True),
        (FormKind.FOLLOW_UP, -190, 0, False),
    ],
)
def test_each_form_has_its_days(client, kind, days, length, is_open):
    start = timezone.localdate() + timedelta(days=days)
    training = make_training(start=start, end=start + timedelta(days=length))
    form = make_form(training, kind)
    question = make_question(form)
    enrolment = make_enrolment(training)
    response = client.post(address(enrolment, form), {f"q{question.pk}": "3"})
    assert (response.status_code, FormAnswered.objects.exists()) == (302 if is_open else 200, is_open)


def test_the_test_opens_with_the_last_session(client):
    today = timezone.localdate()
    training = make_training(start=today, end=today + timedelta(days=1), sessions=[make_session(today, 0, 1)])
    form = make_form(training, FormKind.POST)
    make_question(form)
    enrolment = make_enrolment(training)
    assert page(client.get(address(enrolment, form))).select_one("form") is not None


def test_a_form_that_is_not_open_yet_says_when(client):
    training = make_training(days=5)
    form = make_form(training)
    make_question(form)
    assert "This form opens on" in text(client.get(address(make_enrolment(training), form)))


def test_only_people_with_a_place_and_the_link_get_it(client):
    training = make_training(days=5, capacity=1)
    form = make_form(training, FormKind.PRE, title_en="Secret form")
    make_question(form)
    seated, waiting = (make_enrolment(training, member) for member in make_people(2))
    assert client.get(address(seated, form)).status_code == 200
    for wrong in (
        address(waiting, form),
        address(seated, form).replace("pre-test", "post-test"),
        address(seated, form)[:-12] + "x/",
    ):
        response = client.get(wrong)
        assert (response.status_code, "Secret form" in response.content.decode()) == (404, False)
    withdraw(enrolment=seated, by=None)
    assert client.get(address(seated, form)).status_code == 404


@pytest.mark.parametrize("language", ["sq", "sr", "sr-latn"])
def test_it_is_in_the_language_of_the_reader_as_far_as_all_of_it_is(client, language):
    training = just_over()
    form = make_form(training, title_sq="Çfarë mendoni?", title_sr="Шта мислите?")
    make_question(form, text_sq="A ishte e dobishme?", text_sr="Да ли је било корисно?")
    html = page(client.get(address(make_enrolment(training), form, language)))
    expected = {
        "sq": ("Çfarë mendoni?", "1. A ishte e dobishme?"),
        "sr": ("Шта мислите?", "1. Да ли је било корисно?"),
        "sr-latn": ("Šta mislite?", "1. Da li je bilo korisno?"),
    }
    assert (html.h1.get_text(), html.legend.get_text()) == expected[language]


def test_one_that_is_not_translated_says_its_language(client):
    training = just_over()
    form = make_form(training, title_sq="Çfarë mendoni?")
    make_question(form)
    html = page(client.get(address(make_enrolment(training), form, "sq")))
    assert (html.h1.get_text(), html.h1.span["lang"]) == ("What do you think?", "en")


def test_my_trainings_and_the_training_show_what_is_to_be_filled_in(client):
    member = make_member()
    client.force_login(member.user)
    training = just_over()
    form = make_form(training)
    make_question(form)
    enrolment = make_enrolment(training, member)
    for shown in ("/en/trainings/mine/", training.url, reverse("trainings:answer", args=[enrolment.token])):
        assert page(client.get(shown)).find("a", href=address(enrolment, form)) is not None, shown
