"""Who finds nothing can ask people: a form, a letter, and nothing kept."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from wagtail.models import Site

from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import SiteText
from tests.factories.pages import make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

ADDRESS = "/en/library/ask/"
SENT = "/en/library/ask/sent/"
QUESTION = {"question": "Who prepares release\non Fridays?", "reply_to": "asker@example.org", "beneficiary": ""}


@pytest.fixture
def answered(site_root):
    """Somebody answers questions."""
    site = Site.objects.get(is_default_site=True)
    return SiteText.objects.create(site=site, questions_to="one@example.org\r\ntwo@example.org\r\n")


def page_of(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def link(client, address):
    found = page_of(client.get(address)).select_one('a[href*="/library/ask/"]')
    return found and found["href"]


# Where it is offered ----------------------------------------------------------------------------------------------


def test_below_an_empty_list_and_the_end_of_a_full_one(client, answered, build_index):
    for number in range(21):
        make_practice(headline_en=f"Plan {number}")
    build_index()
    assert link(client, "/en/library/?q=zanzibar%20xyzzy") == "/en/library/ask/?q=zanzibar+xyzzy"
    assert link(client, "/en/library/?q=plan") is None
    assert link(client, "/en/library/?q=plan&page=2") == "/en/library/ask/?q=plan"
    assert link(client, "/sq/library/?page=2") == "/sq/library/ask/"


def test_as_long_as_nobody_answers_there_is_neither_link_nor_page(client, site_root, build_index):
    build_index()
    assert link(client, "/en/library/?q=zanzibar") is None
    answers = [client.get(ADDRESS), client.get(SENT), client.post(ADDRESS, QUESTION)]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert mail.outbox == []


# The form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_words_are_in_the_form(client, answered, language):
    page = page_of(client.get(f"/{language.code}/library/ask/", {"q": "plan  otpusta\x00"}))
    assert page.select_one("textarea").get_text().strip() == "plan otpusta"
    assert page.select_one("[name=reply_to]").get("value") is None
    assert page.html["lang"] == language.html_lang
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_a_signed_in_person_need_not_type_their_address(client, answered):
    client.force_login(make_user(email="colleague@example.org"))
    assert page_of(client.get(ADDRESS)).select_one("[name=reply_to]")["value"] == "colleague@example.org"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"question": " "}, "question"),
        ({"question": "a" * 2001}, "question"),
        ({"reply_to": ""}, "reply_to"),
        ({"reply_to": "somebody"}, "reply_to"),
        ({"reply_to": "a@example.org\r\nBcc: b@example.org"}, "reply_to"),
        ({"reply_to": "a@example.org, b@example.org"}, "reply_to"),
        ({"beneficiary": "XX"}, "beneficiary"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_lost(client, answered, wrong, field):
    response = client.post(ADDRESS, {**QUESTION, **wrong})
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (200, [field])
    page = page_of(response)
    for name, value in {**QUESTION, **wrong}.items():
        if name == "question":
            assert page.select_one("textarea").get_text().strip() == value.strip()
        elif name == "reply_to":
            assert page.select_one("[name=reply_to]").get("value", "").split() == value.split()
    assert mail.outbox == []


# The letter -------------------------------------------------------------------------------------------------------


def test_the_question_goes_to_those_who_answer(client, answered):
    make_beneficiary("XK")
    response = client.post("/sq/library/ask/", {**QUESTION, "beneficiary": "XK"})
    assert (response.status_code, response["Location"]) == (302, "/sq/library/ask/sent/")
    assert client.get("/sq/library/ask/sent/").status_code == 200
    (letter,) = mail.outbox
    assert (letter.to, letter.reply_to) == (["one@example.org", "two@example.org"], ["asker@example.org"])
    assert letter.subject == "A question to the network, asked in the library of Continuum"
    assert letter.body.startswith("Who prepares release\non Fridays?\n\n--\nAsked by: asker@example.org\n")
    assert "Language of the page: Albanian\nBeneficiary: Kosovo*\n" in letter.body
    # It passed the exit: the footnote, in the language of the letter.
    assert letter.body.count("\n* ") == 1


def test_nothing_in_it_becomes_a_header(client, answered):
    question = "Bcc: everybody@example.org\r\nSubject: Won\r\n\r\nRead this"
    client.post(ADDRESS, {**QUESTION, "question": question})
    head, _, body = mail.outbox[0].message().as_string().partition("\n\n")
    assert "everybody" not in head
    assert "Won" not in head
    assert "everybody@example.org" in body


def test_nothing_is_kept(client, answered):
    client.post(ADDRESS, {**QUESTION, "question": "Zanzibarian matters"})
    assert len(mail.outbox) == 1
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "Zanzibarian" not in str(cursor.fetchall())


# Misuse -----------------------------------------------------------------------------------------------------------


def test_what_fills_in_every_field_is_answered_politely_and_sends_nothing(client, answered):
    field = page_of(client.get(ADDRESS)).select_one("[name=homepage]")
    assert field.find_parent(attrs={"aria-hidden": "true"})["class"] == ["hidden"]
    response = client.post(ADDRESS, {**QUESTION, "homepage": "https://example.org"})
    assert (response.status_code, response["Location"]) == (302, SENT)
    assert mail.outbox == []


def test_only_so_many_questions_an_hour(client, answered):
    assert [client.post(ADDRESS, QUESTION).status_code for _ in range(6)] == [302] * 5 + [429]
    response = client.post(ADDRESS, QUESTION)
    assert page_of(response).select_one("textarea").get_text().strip() == QUESTION["question"]
    assert len(mail.outbox) == 5
    # A colleague behind the same address, who is signed in, and somebody elsewhere.
    assert client.post(ADDRESS, QUESTION, REMOTE_ADDR="192.0.2.7").status_code == 302
    client.force_login(make_user())
    assert client.post(ADDRESS, QUESTION).status_code == 302


def test_a_form_of_another_site_is_refused(answered):
    assert Client(enforce_csrf_checks=True).post(ADDRESS, QUESTION).status_code == 403
    assert mail.outbox == []


def test_while_mail_cannot_be_sent_the_text_is_kept_on_the_form(client, answered, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = client.post(ADDRESS, QUESTION)
    assert response.status_code == 503
    assert page_of(response).select_one("textarea").get_text().strip() == QUESTION["question"]
    assert "A question was not sent" in caplog.text
    assert "Fridays" not in caplog.text


# The setting ------------------------------------------------------------------------------------------------------


def test_only_addresses_can_be_set(answered):
    answered.questions_to = "one@example.org\nsomebody"
    with pytest.raises(ValidationError):
        answered.full_clean()
    answered.questions_to = " \n"
    answered.full_clean()
    assert answered.question_addresses == []
