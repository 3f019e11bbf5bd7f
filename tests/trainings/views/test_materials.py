"""Materials: for those who take part, when their time has come, and for nobody else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.roles import ADMINISTRATORS, EDITORS, focal_points
from portal.core.models import PortalDocument
from portal.members.services.leaving import leave
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_material, make_session, make_training
from trainings.models import Admission, TrainingMaterial
from trainings.queries.materials import shelves_for
from trainings.rules.materials import When, opens_at
from trainings.rules.states import State
from trainings.services.deciding import decide, withdraw

pytestmark = pytest.mark.django_db


def begun(**fields):
    """A training that began yesterday and goes on until tomorrow."""
    today = timezone.localdate()
    sessions = [make_session(today - timedelta(days=1)), make_session(today + timedelta(days=1))]
    return make_training(start=sessions[0].day, end=sessions[1].day, sessions=sessions, **fields)


def url(material, below=""):
    return f"/en/trainings/{material.training_id}/materials/{material.pk}/{below}"


def opened(client, material):
    """The status, and what was sent of the file."""
    answer = client.get(url(material))
    content = b"".join(answer.streaming_content) if answer.streaming else b""
    return answer.status_code, content


def status(client, user, material):
    client.force_login(user)
    return opened(client, material)[0]


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


@pytest.fixture
def trainer(client, site_root):
    member = make_member()
    client.force_login(member.user)
    return member


def keep(training):
    return f"/en/trainings/{training.pk}/materials/"


def test_who_takes_part_opens_the_file_and_nobody_else(client, site_root):
    training = begun(capacity=1, trainers=[make_member()])
    material = make_material(training)
    confirmed, waiting = make_enrolment(training), make_enrolment(training)
    assert waiting.state == State.WAITING
    others = [
        make_user(),
        make_member().user,
        waiting.member.user,
        make_enrolment(begun()).member.user,
        make_user(Group.objects.get(name=EDITORS)),
        make_user(Group.objects.get(name=focal_points("AL"))),
    ]
    assert [status(client, user, material) for user in others] == [404] * 6
    allowed = [confirmed.member.user, training.trainers.get().user, make_user(Group.objects.get(name=ADMINISTRATORS))]
    assert [status(client, user, material) for user in allowed] == [200] * 3
    answer = client.get(url(material))
    assert b"".join(answer.streaming_content) == b"Secret"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("state", [State.DECLINED, State.NO_SHOW])
def test_access_ends_with_the_place(client, site_root, state):
    training = begun()
    material, enrolment = make_material(training), make_enrolment(training)
    user = enrolment.member.user
    assert status(client, user, material) == 200
    decide(training_id=training.pk, enrolments=[enrolment.pk], to=State.COMPLETED, by=None)
    assert status(client, user, material) == 200
    decide(training_id=training.pk, enrolments=[enrolment.pk], to=State.CONFIRMED, by=None)
    decide(training_id=training.pk, enrolments=[enrolment.pk], to=state, by=None)
    assert status(client, user, material) == 404


def test_whoever_withdraws_or_leaves_the_network_has_nothing_any_more(client, site_root):
    training = make_training()
    material, first, second = make_material(training), make_enrolment(training), make_enrolment(training)
    assert [status(client, one.member.user, material) for one in (first, second)] == [200, 200]
    withdraw(enrolment=first, by=None)
    leave(member=second.member.pk, by=second.member.user)
    # An account that was erased is signed out.
    assert [status(client, one.member.user, material) for one in (first, second)] == [404, 302]


def test_times_are_those_of_the_place(site_root):
    training = make_training(
        start=date(2030, 5, 1),
        end=date(2030, 5, 2),
        time_zone="Europe/London",
        sessions=[make_session(date(2030, 5, 2), 14, 16), make_session(date(2030, 5, 1), 9, 12)],
    )
    sessions = list(training.sessions.all())
    assert [opens_at(when, training, sessions) for when in When] == [
        None,
        datetime(2030, 5, 1, 8, tzinfo=UTC),
        datetime(2030, 5, 2, 15, tzinfo=UTC),
    ]
    assert [opens_at(when, training, []) for when in When] == [
        None,
        datetime(2030, 4, 30, 23, tzinfo=UTC),
        datetime(2030, 5, 2, 23, tzinfo=UTC),
    ]


def test_what_is_not_open_yet_is_not_named_and_not_sent(client, site_root):
    training = begun()
    materials = [make_material(training, title=f"For {when}", when=when) for when in When]
    client.force_login(make_enrolment(training).member.user)
    assert [opened(client, one)[0] for one in materials] == [200, 200, 404]
    for page in (training.get_url(), "/en/trainings/mine/"):
        shown = text(client.get(page))
        assert [f"For {when}" in shown for when in When] == [True, True, False]
        assert "After the training Can be opened from" in shown


def test_who_does_not_take_part_reads_nothing_of_them(client, site_root):
    training = begun(capacity=1, trainers=[make_member()])
    make_material(training, title="Handout")
    make_material(training, title="Handout elsewhere", link="https://example.org/handout")
    make_enrolment(training)
    waiting = make_enrolment(training).member.user
    for user in (None, waiting, make_user(Group.objects.get(name=EDITORS))):
        if user is not None:
            client.force_login(user)
        for page in (training.get_url(), training.get_parent().get_url(), "/en/trainings/mine/"):
            answer = client.get(page).content.decode()
            assert ("Handout" in answer, "/materials/" in answer) == (False, False)
    client.force_login(training.trainers.get().user)
    assert "Handout elsewhere" in text(client.get(training.get_url()))


def test_the_document_has_no_address_of_its_own(client, site_root):
    training = begun()
    document = make_material(training).document
    people = [make_user(is_superuser=True), make_user(Group.objects.get(name=ADMINISTRATORS))]
    for user in (*people, make_enrolment(training).member.user):
        client.force_login(user)
        assert client.get(document.url).status_code == 404
        assert not PortalDocument.objects.visible_to(user).filter(pk=document.pk).exists()


def test_all_files_lie_in_one_closed_collection(site_root):
    first, second = (make_material(begun()).document.collection for _number in range(2))
    assert first == second
    # Somebody opens it: what comes later is closed all the same.
    first.view_restrictions.all().delete()
    assert make_material(begun()).document.collection != first


def test_a_trainer_adds_a_file_for_a_session_in_two_languages(client, trainer):
    training = begun(trainers=[trainer])
    session = training.sessions.first()
    file = SimpleUploadedFile("slides_day_1.txt", b"Slides")
    data = {"file": file, "title_sq": "Diapozitivat", "title_en": "Slides", "when": "during", "session": session.pk}
    answer = client.post(f"{keep(training)}add/", data, follow=True)
    assert "“Slides” is among the materials now." in text(answer)
    material = TrainingMaterial.objects.get()
    assert (material.session, material.when, material.document.uploaded_by_user) == (session, "during", trainer.user)
    client.force_login(make_enrolment(training).member.user)
    assert "Diapozitivat" in text(client.get("/sq/trainings/mine/"))
    assert "Slides TXT" in text(client.get("/mk/trainings/mine/"))


def test_a_file_without_a_title_has_its_name(client, trainer):
    training = begun(trainers=[trainer])
    file = SimpleUploadedFile("slides_day_1.txt", b"Slides")
    client.post(f"{keep(training)}add/", {"file": file, "when": "before"})
    assert TrainingMaterial.objects.get().titles() == {"en": "slides day 1"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tool.exe", b"MZ", "is not allowed"),
        ("paper.pdf", b"no PDF", "“paper.pdf” is not a real PDF file"),
    ],
)
def test_a_file_that_cannot_be_taken_loses_nothing_that_was_typed(client, trainer, name, content, said):
    training = begun(trainers=[trainer])
    data = {"file": SimpleUploadedFile(name, content), "title_en": "Paper", "title_mk": "Труд", "when": "after"}
    page = client.post(f"{keep(training)}add/", data)
    html = BeautifulSoup(page.content.decode(), "html.parser")
    assert said in html.select_one("[role=alert]").text
    assert [html.select_one(f"[name={field}]")["value"] for field in ("title_en", "title_mk")] == ["Paper", "Труд"]
    assert html.select_one("[name=when][checked]")["value"] == "after"
    assert not TrainingMaterial.objects.exists()
    assert not PortalDocument.objects.exists()


def test_it_is_a_file_or_a_link_with_a_title(client, trainer):
    training = begun(trainers=[trainer])
    address = f"{keep(training)}add/"
    both = {"file": SimpleUploadedFile("a.txt", b"A"), "link": "https://example.org/", "when": "before"}
    answers = [
        client.post(address, data) for data in (both, {"when": "before"}, {"link": "https://example.org/", "when": "x"})
    ]
    said = [BeautifulSoup(one.content.decode(), "html.parser").select_one("[role=alert]").text for one in answers]
    assert "Give a file or an address, not both." in said[0]
    assert "Choose the file once more" in said[0]
    assert "Choose a file, or give an address below." in said[1]
    assert "Give a title in one language." in said[2]
    client.post(address, {"link": "javascript:alert(1)", "title_en": "Bad", "when": "before"})
    assert not TrainingMaterial.objects.exists()


def test_what_is_needed_unless_another_is_there_is_not_called_optional(client, trainer):
    shown = BeautifulSoup(client.get(f"{keep(begun(trainers=[trainer]))}add/").content.decode(), "html.parser")
    labels = [label.get_text(" ", strip=True) for label in shown.main.select("form > .field > label")]
    assert labels == ["Title (English)", "File", "Language of the file (optional)", "Web address", "Session (optional)"]


def test_a_session_of_another_training_is_none_of_ours(client, trainer):
    training, other = begun(trainers=[trainer]), begun()
    data = {"link": "https://example.org/", "title_en": "Page", "when": "before", "session": other.sessions.first().pk}
    assert client.post(f"{keep(training)}add/", data).status_code == 200
    assert not TrainingMaterial.objects.exists()


def test_another_file_takes_the_place_of_the_first(client, trainer, django_capture_on_commit_callbacks):
    material = make_material(begun(trainers=[trainer]))
    before = material.document
    data = {"file": SimpleUploadedFile("new.txt", b"New"), "title_en": "Reader", "when": "before", "language": "sq"}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url(material, "change/"), data)
    assert opened(client, material) == (200, b"New")
    assert not PortalDocument.objects.filter(pk=before.pk).exists()
    assert not before.file.storage.exists(before.file.name)


def test_removing_asks_first_and_takes_the_file_away(client, trainer, django_capture_on_commit_callbacks):
    material = make_material(begun(trainers=[trainer]))
    document = material.document
    assert "“Reader” will be deleted, with its file." in text(client.get(url(material, "remove/")))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url(material, "remove/"))
    assert not TrainingMaterial.objects.exists()
    assert not PortalDocument.objects.exists()
    assert not document.file.storage.exists(document.file.name)


def test_a_document_that_is_deleted_in_the_administration_takes_the_material_along(site_root):
    document = make_material(begun()).document
    document.delete()
    assert not TrainingMaterial.objects.exists()


def test_the_order_is_that_of_the_trainer(client, trainer):
    training = begun(trainers=[trainer])
    first, second, third = (make_material(training, title=title) for title in ("One", "Two", "Three"))
    late = make_material(training, title="Late", when="after")
    client.post(keep(training), {"move": f"{third.pk}.up"})
    client.post(keep(training), {"move": f"{first.pk}.up"})
    client.post(keep(training), {"move": f"{first.pk}.down"})
    assert client.post(keep(training), {"move": f"{make_material(begun()).pk}.up"}).status_code == 404
    in_order = [one.title_en for one in TrainingMaterial.objects.filter(training=training).exclude(pk=late.pk)]
    assert in_order == ["Three", "One", "Two"]
    assert second.pk is not None


def test_materials_of_other_trainings_cannot_be_touched(client, trainer):
    mine, other = begun(trainers=[trainer]), make_material(begun())
    for below in ("", "change/", "remove/"):
        assert client.get(f"/en/trainings/{mine.pk}/materials/{other.pk}/{below}").status_code == 404
    for below in ("change/", "remove/"):
        assert client.post(url(other, below)).status_code == 404
    client.force_login(make_enrolment(mine).member.user)
    assert client.get(keep(mine)).status_code == 404


def test_the_letter_of_a_place_says_what_to_read_before(site_root, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.org"
    with_reader, without = make_training(), make_training(admission=Admission.OPEN)
    make_material(with_reader)
    make_material(without, when="after")
    for training in (with_reader, without):
        make_enrolment(training)
    call_command("send_training_letters", verbosity=0)
    said = ["There is something to read before it begins" in message.body for message in mail.outbox]
    assert said == [True, False]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(site_root, count, django_assert_num_queries):
    member = make_member()
    enrolments = []
    for _number in range(count):
        training = begun()
        for when in When:
            make_material(training, when=when)
        enrolments.append(make_enrolment(training, member))
    with django_assert_num_queries(4):
        shelves = shelves_for(member.user, enrolments)
    assert [[len(one.materials) for one in shelves[found.training_id]] for found in enrolments] == [[1, 1, 0]] * count
