"""The pages of certificates: of those who run the training, and one's own."""

import zipfile
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.roles import ADMINISTRATORS, focal_points
from tests.factories.certificates import make_attended, make_certificate, make_ended_training
from tests.factories.members import make_member
from tests.factories.pages import LOGIN
from tests.factories.people import make_user
from trainings.certificates.issuing import reissue, revoke
from trainings.models import Certificate, CertificateChoice, CertificateRun

pytestmark = pytest.mark.usefixtures("site_root")


def person(first, last, **fields):
    return make_member(user=make_user(first_name=first, last_name=last), **fields)


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


@pytest.fixture(scope="module")
def training_key(shared_rows):
    """Given by Ana Trainer; Besa has earned a certificate, Dragan has not."""
    training = make_ended_training(trainers=[person("Ana", "Trainer")])
    make_attended(training, person("Besa", "Present", beneficiary="AL"))
    make_attended(training, person("Dragan", "Absent"), sessions=1)
    return training.pk


@pytest.fixture
def trainer(client, training):
    client.force_login(training.trainers.get().user)
    return client


def url(training, below="certificates/"):
    return f"/en/trainings/{training.pk}/{below}"


def below(certificate):
    return [
        "certificates/",
        "certificates/run/",
        "certificates.zip",
        f"certificates/{certificate.pk}/",
        f"certificates/{certificate.pk}/file/",
    ]


def test_those_who_run_it_and_nobody_else(client, training):
    certificate = make_certificate(training, person("Cana", "Holder"))
    CertificateRun.objects.create(training=training, state="ready")
    other = make_ended_training(slug="other", trainers=[make_member()])
    outsiders = [
        certificate.enrolment.member.user,
        other.trainers.get().user,
        make_user(Group.objects.get(name=focal_points("AL"))),
    ]
    for user in outsiders:
        client.force_login(user)
        assert [client.get(url(training, name)).status_code for name in below(certificate)] == [404] * 5
        assert client.post(url(training), {"do": "all"}).status_code == 404
        assert client.post(url(training, below(certificate)[3]), {"do": "revoke", "reason": "x"}).status_code == 404
    for user in (training.trainers.get().user, make_user(Group.objects.get(name=ADMINISTRATORS))):
        client.force_login(user)
        assert [client.get(url(training, name)).status_code for name in below(certificate)] == [200] * 5
    # By the address of their own training nobody reaches that of another.
    client.force_login(other.trainers.get().user)
    assert [client.get(url(other, name)).status_code for name in below(certificate)[3:]] == [404] * 2
    assert Certificate.objects.get().is_valid


def test_the_page_says_who_meets_the_rule_and_what_others_lack(trainer, training):
    page = text(trainer.get(url(training)))
    assert "1 person meets the rule and has no certificate yet." in page
    assert "Was in 1 of 2 sessions; 80 percent are needed." in page
    assert "Certificates" in text(trainer.get(url(training, "participants/")))


def test_one_is_issued_by_its_button(trainer, training):
    besa, dragan = training.enrolments.order_by("pk")
    answer = trainer.post(url(training), {"enrolment": besa.pk}, follow=True)
    certificate = Certificate.objects.get()
    assert f"Besa Present has certificate {certificate.number}." in text(answer)
    answer = trainer.post(url(training), {"enrolment": dragan.pk}, follow=True)
    assert "Was in 1 of 2 sessions" in text(answer)
    for nonsense in ("", "x", "9" * 30):
        assert trainer.post(url(training), {"enrolment": nonsense}).status_code == 302
    assert Certificate.objects.count() == 1


def test_all_are_issued_in_the_background_with_a_page_that_says_how_far(
    trainer, training, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = trainer.post(url(training), {"do": "all"})
    assert (answer.headers["Location"], Certificate.objects.count()) == (url(training, "certificates/run/"), 1)
    assert "All who meet the rule have their certificate." in text(trainer.get(url(training, "certificates/run/")))
    CertificateRun.objects.update(state="making", done=3, total=7)
    page = trainer.get(url(training, "certificates/run/"))
    assert ("3 of 7 certificates" in text(page), b'http-equiv="refresh"' in page.content) == (True, True)


def test_a_valid_one_is_replaced_or_revoked_with_a_reason(trainer, training):
    certificate = make_certificate(training)
    address = url(training, f"certificates/{certificate.pk}/")
    assert "This field is required." in text(trainer.post(address, {"do": "revoke", "reason": " "}))
    answer = trainer.post(address, {"do": "replace", "reason": "Wrong place"}, follow=True)
    new = Certificate.objects.valid().get()
    assert (new.number in text(answer), "Wrong place" in text(answer)) == (True, True)
    address = url(training, f"certificates/{new.pk}/")
    assert "is revoked." in text(trainer.post(address, {"do": "revoke", "reason": "A mistake"}, follow=True))
    assert (
        text(trainer.post(address, {"do": "revoke", "reason": "Again"}, follow=True)).count("not valid any more") == 1
    )
    assert Certificate.objects.valid().count() == 0


def test_the_zip_holds_the_valid_ones(trainer, training):
    kept, gone = make_certificate(training), make_certificate(training)
    revoke(certificate=gone, by=None, reason="x")
    answer = trainer.get(url(training, "certificates.zip"))
    assert answer["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))
    assert archive.namelist() == [f"{kept.number}.pdf"]


def test_the_pages_ask_as_often_for_three_as_for_one(trainer, training):
    def asked(address):
        trainer.get(address)
        with CaptureQueriesContext(connection) as found:
            trainer.get(address)
        return len(found)

    certificate = make_certificate(training)
    addresses = [url(training, "certificates/"), url(training, f"certificates/{certificate.pk}/")]
    before = [asked(address) for address in addresses]
    for _number in range(2):
        make_certificate(training)
        make_attended(training, sessions=1)
    reissue(certificate=certificate, by=None, reason="x")
    assert [asked(address) for address in addresses] == before == QUERIES_OF_TRAINERS


#: The list, and one certificate with its history.
QUERIES_OF_TRAINERS = [21, 16]


# One's own --------------------------------------------------------------------------------------------------------


@pytest.fixture
def holder(client):
    """Signed in, with a certificate of a training that was closed afterwards."""
    member = person("Ana", "Samplovska")
    make_certificate(make_ended_training(restricted_to=LOGIN), member)
    client.force_login(member.user)
    return client


def test_it_is_on_ones_own_pages_and_can_be_downloaded(holder):
    certificate = Certificate.objects.get()
    address = f"/en/trainings/mine/certificates/{certificate.pk}/file/"
    for page in ("/en/trainings/mine/", "/en/trainings/mine/certificates/"):
        assert address in holder.get(page).content.decode()
    answer = holder.get(address)
    assert (answer["Content-Type"], answer.content[:5], "no-store" in answer["Cache-Control"]) == (
        "application/pdf",
        b"%PDF-",
        True,
    )


def test_that_of_somebody_else_is_not_there(holder):
    other = make_certificate()
    assert holder.get(f"/en/trainings/mine/certificates/{other.pk}/file/").status_code == 404
    assert other.number not in holder.get("/en/trainings/mine/certificates/").content.decode()


def test_one_that_does_not_hold_is_shown_with_the_reason_and_not_handed_out(holder):
    certificate = Certificate.objects.get()
    revoke(certificate=certificate, by=None, reason="Was not there")
    page = holder.get("/en/trainings/mine/certificates/")
    assert ("Was not there" in text(page), "/file/" in page.content.decode()) == (True, False)
    assert holder.get(f"/en/trainings/mine/certificates/{certificate.pk}/file/").status_code == 404


def test_name_and_leave_are_settled_and_taken_back(holder):
    address = "/en/trainings/mine/certificates/"
    assert "Your choice is saved." in text(
        holder.post(address, {"name": "  Ana \n Samplovska Ilieva ", "shows_name": "on"}, follow=True)
    )
    choice = CertificateChoice.objects.get()
    assert (choice.name, choice.shows_name) == ("Ana Samplovska Ilieva", True)
    holder.post(address, {"name": ""})
    choice.refresh_from_db()
    assert (choice.name, choice.shows_name) == ("", False)


def test_a_name_that_is_too_long_is_not_lost(holder):
    page = holder.post("/en/trainings/mine/certificates/", {"name": "x" * 200})
    assert BeautifulSoup(page.content.decode(), "html.parser").select_one("#id_name")["value"] == "x" * 200


def test_ones_own_pages_ask_as_often_for_three_as_for_one(holder):
    def asked():
        found = []
        for page in ("/en/trainings/mine/", "/en/trainings/mine/certificates/"):
            holder.get(page)
            with CaptureQueriesContext(connection) as queries:
                holder.get(page)
            found.append(len(queries))
        return found

    before = asked()
    member = Certificate.objects.get().enrolment.member
    for number in range(2):
        make_certificate(make_ended_training(slug=f"t{number}", course={"slug": f"c{number}"}), member)
    assert asked() == before == QUERIES_OF_HOLDERS


#: My trainings, my certificates.
QUERIES_OF_HOLDERS = [20, 17]
