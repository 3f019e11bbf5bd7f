"""Checking a certificate: what anybody learns with its code, and that nobody learns anything without."""

import pytest
from bs4 import BeautifulSoup

from portal.core.status_note.notes import note_for
from tests.factories.certificates import make_certificate, make_ended_training
from tests.factories.members import make_member
from tests.factories.pages import LOGIN
from tests.factories.people import make_user
from trainings.certificates.codes import shown_code
from trainings.certificates.issuing import reissue, revoke
from trainings.models import Certificate, CertificateChoice

pytestmark = pytest.mark.usefixtures("site_root")

FORM = "/en/trainings/certificates/"


@pytest.fixture
def certificate():
    person = make_user(first_name="Ana", last_name="Samplovska")
    training = make_ended_training(headline_en="The run in May", place_en="Kosovo")
    return make_certificate(training, make_member(user=person))


def main(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


def test_the_least_that_is_needed_and_not_the_name(client, certificate):
    answer = client.get(f"{FORM}{certificate.code}/")
    text, page = main(answer), answer.content.decode()
    said = ("This certificate is valid", "A. S.", "Release planning", certificate.number, shown_code(certificate.code))
    assert [words for words in said if words not in text] == []
    # Nor anything else that whoever checks it need not know.
    hidden = ("Ana", "Samplovska", "The run in May", certificate.enrolment.member.user.email)
    assert [words for words in hidden if words in page] == []
    assert ('<meta name="robots" content="noindex">' in page, "no-store" in answer["Cache-Control"]) == (True, True)


def test_the_name_only_as_long_as_the_holder_allows_it(client, certificate):
    choice = CertificateChoice.objects.create(member=certificate.enrolment.member, shows_name=True)
    address = f"{FORM}{certificate.code}/"
    assert "Ana Samplovska" in main(client.get(address))
    choice.shows_name = False
    choice.save()
    assert "Samplovska" not in client.get(address).content.decode()


@pytest.mark.parametrize("write", [str.lower, shown_code, lambda code: f" {shown_code(code).replace('-', ' ')} "])
def test_however_the_code_is_typed(client, certificate, write):
    assert "This certificate is valid" in main(client.get(FORM, {"code": write(certificate.code)}))


def test_every_wrong_code_gets_the_same_answer(client, certificate):
    wrong = certificate.code[:-1] + ("0" if certificate.code[-1] != "0" else "1")
    answers = [client.get(FORM, {"code": code}) for code in (wrong, "0" * 16, "x", "\0", "<b>&", "ж" * 3000)]
    answers += [client.get(f"{FORM}{code}/") for code in (wrong, "0" * 16, "x", "%00")]
    assert {answer.status_code for answer in answers} == {404}

    def without_what_was_typed(answer):
        page = BeautifulSoup(answer.content.decode(), "html.parser")
        assert page.select_one("#code")["value"]
        page.select_one("#code")["value"] = ""
        return str(page.main)

    assert len({without_what_was_typed(answer) for answer in answers}) == 1


def test_what_was_typed_is_not_lost(client):
    page = BeautifulSoup(client.get(FORM, {"code": "ABC-1"}).content.decode(), "html.parser")
    assert page.select_one("#code")["value"] == "ABC-1"


def test_replaced_and_revoked_ones_say_so_and_not_why(client, certificate):
    new = reissue(certificate=certificate, by=None, reason="Wrong surname")
    answer = client.get(f"{FORM}{certificate.code}/")
    assert "This certificate was replaced" in main(answer)
    assert [words in answer.content.decode() for words in (new.code, new.number, "Wrong surname")] == [False] * 3
    revoke(certificate=new, by=None, reason="Was not there")
    answer = client.get(f"{FORM}{new.code}/")
    assert ("This certificate was revoked" in main(answer), "Was not there" in answer.content.decode()) == (True, False)


def test_of_a_closed_training_it_says_what_the_certificate_says_and_leads_nowhere(client):
    certificate = make_certificate(make_ended_training(restricted_to=LOGIN, slug="closed-run"))
    answer = client.get(f"{FORM}{certificate.code}/")
    assert ("Release planning" in main(answer), "closed-run" in answer.content.decode()) == (True, False)


def test_whoever_tries_many_codes_has_to_wait_also_with_a_right_one(client, certificate, settings):
    settings.SEARCH_API_REQUESTS_PER_MINUTE = 2
    for _number in range(2):
        assert client.get(FORM, {"code": "x"}).status_code == 404
    for code in ("x", certificate.code):
        answer = client.get(FORM, {"code": code})
        assert (answer.status_code, "Wait a minute" in main(answer), "A. S." in main(answer)) == (429, True, False)
    assert client.get(FORM).status_code == 200


def test_the_course_is_told_in_the_readers_language_with_the_footnote(client):
    course = {"ready": ("en", "sr"), "headline_en": "Work in Kosovo", "headline_sr": "Рад на Косову"}
    certificate = make_certificate(make_ended_training(course=course))
    for language, title in (("sr", "Рад на Косову*"), ("sr-latn", "Rad na Kosovu*"), ("en", "Work in Kosovo*")):
        answer = client.get(f"/{language}/trainings/certificates/{certificate.code}/")
        assert (title in main(answer), answer.content.decode().count(note_for(language))) == (True, 1)


def test_it_stays_when_the_person_is_deleted_and_says_nothing_of_them(client, certificate):
    certificate.enrolment.member.user.delete()
    kept = Certificate.objects.get()
    assert (kept.enrolment, kept.name, kept.document) == (None, "", {})
    text = main(client.get(f"{FORM}{certificate.code}/"))
    assert ("This certificate is valid" in text, "the name was deleted" in text, "A. S." in text) == (True, True, False)
