"""Trainers write the forms of their course on the site, until somebody has answered."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.trainings import make_answer, make_enrolment, make_form, make_question, make_training
from trainings.evaluation.asking import ask_for_forms
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, FormKind, QuestionKind
from trainings.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(client, site_root):
    """With a trainer who has signed in."""
    trainer = make_member()
    client.force_login(trainer.user)
    return make_training(days=-2, trainers=[trainer])


def url(training, below="", language="en"):
    return f"/{language}/trainings/{training.pk}/forms/{below}"


def main(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main


def text(answer):
    return " ".join(main(answer).get_text(" ", strip=True).split())


def question(**fields):
    return {"kind": "one", "text_en": "Which?", "options_en": "This\nThat", "is_required": "on", **fields}


def test_a_trainer_makes_a_test_with_a_question(client, training):
    settings = {"title_en": "Test", "title_sq": "Provë", "is_anonymous": "", "pass_mark": "60", "attempts": "2"}
    answer = client.post(url(training, "post-test/settings/"), settings, follow=True)
    assert answer.redirect_chain[-1][0] == url(training, "post-test/")
    client.post(url(training, "post-test/add/"), question(right="2", points="3"))
    form = EvaluationForm.objects.get()
    assert (form.course_id, form.kind, form.title_sq, form.pass_mark, form.attempts, form.anonymous) == (
        training.get_parent().pk,
        "post-test",
        "Provë",
        60,
        2,
        False,
    )
    (asked,) = form.questions.all()
    assert (asked.text_en, asked.kind, asked.right_numbers, asked.points, asked.position) == (
        "Which?",
        "one",
        {2},
        3,
        1,
    )
    shown = text(client.get(url(training, "post-test/")))
    assert "Which? One of several options · 3 points 1. This 2. That right" in shown


def test_what_is_missing_in_each_language_is_said(client, training):
    form = make_form(training, title_sq="Çfarë mendoni?")
    make_question(form, QuestionKind.ONE, text_mk="Прашање?")
    shown = [
        one.get_text(" ", strip=True) for one in main(client.get(url(training, "reaction/"))).ul.find_next("ul")("li")
    ]
    assert shown[:2] == ["English : all there", "Shqip : 2 texts are missing"]
    assert "Македонски : 2 texts are missing" in shown


def test_what_is_wrong_is_named_and_what_was_typed_stays(client, training):
    make_form(training, FormKind.POST)
    wrong = question(options_en="Only this", right="7", points="1", text_mk="Кое?", options_mk="Ова\nОна")
    answer = client.post(url(training, "post-test/add/"), wrong)
    shown = main(answer)
    assert [one.get_text() for one in shown.select(".errorlist li")] == [
        "Write at least two options, one a line.",
        "Write numbers of options, such as “1 3”.",
        "Write as many options as in English.",
    ]
    assert shown.find("textarea", {"name": "text_mk"}).get_text(strip=True) == "Кое?"
    assert shown.details.has_attr("open")
    assert not EvaluationQuestion.objects.exists()


def test_a_reaction_form_has_neither_right_options_nor_a_pass_mark(client, training):
    make_form(training)
    assert main(client.get(url(training, "reaction/add/"))).find("input", {"name": "right"}) is None
    assert main(client.get(url(training, "reaction/settings/"))).find("input", {"name": "pass_mark"}) is None


def test_the_language_of_the_reader_stands_beside_english(client, training):
    make_form(training)
    shown = main(client.get(url(training, "reaction/add/", "sr")))
    inside = {one["name"] for one in shown.details("textarea")}
    assert {one["name"] for one in shown("textarea")} - inside == {"text_en", "options_en", "text_sr", "options_sr"}


def test_order_and_removal(client, training):
    form = make_form(training)
    first, second, third = [make_question(form) for _ in range(3)]
    client.post(url(training, "reaction/"), {"move": f"{third.pk}.up"})
    client.post(url(training, "reaction/"), {"move": f"{first.pk}.up"})
    assert list(form.questions.all()) == [first, third, second]
    assert client.get(url(training, f"reaction/{third.pk}/remove/")).status_code == 200
    client.post(url(training, f"reaction/{third.pk}/remove/"))
    assert list(form.questions.all()) == [first, second]


def test_after_the_first_answer_everything_is_refused_with_the_reason(client, training):
    form = make_form(training)
    first, second = make_question(form), make_question(form)
    make_answer(make_enrolment(training), form, 4, 5)
    shown = text(client.get(url(training, "reaction/")))
    assert "People have answered this form" in shown
    assert "Add a question" not in shown
    before = list(EvaluationQuestion.objects.values())
    scale = {"kind": "scale", "text_en": "Another?", "is_required": "on"}
    for below, data in (
        ("settings/", {"title_en": "Another", "is_anonymous": ""}),
        ("add/", scale),
        (f"{first.pk}/", scale),
        (f"{first.pk}/remove/", {}),
        ("", {"move": f"{second.pk}.up"}),
    ):
        answer = client.post(url(training, f"reaction/{below}"), data, follow=True)
        assert "People have answered this form" in text(answer)
    assert list(EvaluationQuestion.objects.values()) == before
    form.refresh_from_db()
    assert form.title_en == "What do you think?"


def test_two_who_make_the_same_form(client, training):
    there = make_form(training)
    made = {"title_en": "Mine", "is_anonymous": ""}
    client.post(url(training, "reaction/settings/"), made)
    # It was there, so this is a change of it.
    assert EvaluationForm.objects.get() == there
    assert EvaluationForm.objects.get().title_en == "Mine"


def test_nobody_is_asked_as_long_as_there_is_no_question(client, training):
    day = timezone.localdate()
    training.start = training.end = day
    training.save()
    enrolment = make_enrolment(training)
    form = make_form(training, FormKind.PRE)
    ask_for_forms()
    assert not Letter.objects.filter(enrolment=enrolment, form=form).exists()
    assert "Nobody is asked as long as there is none." in text(client.get(url(training)))


def test_only_those_who_run_a_training_of_the_course(client, training):
    form = make_form(training)
    other = make_training(days=5, parent=make_training(slug="other").get_parent())
    assert client.get(url(other)).status_code == 404
    strange = make_question(make_form(other, FormKind.FOLLOW_UP))
    assert client.get(url(training, f"reaction/{strange.pk}/")).status_code == 404
    assert client.get(url(training, "no-such-kind/")).status_code == 404
    assert client.get(url(training, "pre-test/add/")).status_code == 404
    assert client.get(url(training, "pre-test/")).headers["Location"] == url(training, "pre-test/settings/")
    assert form.questions.count() == 0


def test_the_number_of_queries_does_not_grow(client, training, django_assert_num_queries):
    form = make_form(training)
    make_question(form)
    client.get(url(training, "reaction/"))
    with django_assert_num_queries(18):
        client.get(url(training, "reaction/"))
    for _ in range(2):
        make_question(form)
    with django_assert_num_queries(18):
        client.get(url(training, "reaction/"))
