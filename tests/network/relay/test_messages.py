"""Messages between members: they arrive, and neither side sees the other's address."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from network.models import MessageBlock, MessageReport, RelayedMessage
from network.relay.sending import MOST
from tests.factories.members import make_member
from tests.factories.people import make_superuser, make_user
from tests.factories.profiles import OPEN, make_listed

pytestmark = pytest.mark.django_db


def browser(member):
    client = Client()
    client.force_login(member.user)
    return client


@pytest.fixture
def sender(site_root):
    return make_listed("Sana", "Sender")


@pytest.fixture
def recipient(site_root):
    member = make_listed("Rada", "Recipient")
    member.user.language = "mk"
    member.user.save()
    return member


@pytest.fixture
def send(sender, recipient, django_capture_on_commit_callbacks):
    def post(client=None, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return (client or browser(sender)).post(
                f"/en/directory/{recipient.profile.key}/write/",
                {"subject": "Release planning", "text": "How do you do it?", **fields},
            )

    return post


def link_in(message):
    """The address below the host, of the only link in a mail."""
    return re.search(r"https?://[^/\s]+(/\S+)", message.body)[1]


def test_a_message_arrives_in_the_recipients_language_without_the_senders_address(send, sender, recipient):
    response = send()
    assert response["Location"] == f"/en/directory/{recipient.profile.key}/"
    (letter,) = mail.outbox
    assert letter.to == [recipient.user.email]
    assert letter.subject == "Sana Sender: Release planning"
    assert "How do you do it?" in letter.body
    assert link_in(letter).startswith("/mk/directory/messages/")
    assert sender.user.email not in str(letter.message())


def test_the_answer_goes_back_without_an_address_too_and_only_once(
    send, sender, recipient, client, django_capture_on_commit_callbacks
):
    send()
    link = link_in(mail.outbox[0])
    assert sender.user.email not in client.get(link).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.post(link, {"text": "Like this."}).status_code for _time in range(2)]
    assert answers == [200, 404]
    letter = mail.outbox[1]
    assert (letter.to, letter.subject) == ([sender.user.email], "Rada Recipient: Re: Release planning")
    assert recipient.user.email not in str(letter.message())
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\x0b", "\u2028"])
def test_a_subject_is_no_place_for_headers(send, line_end):
    response = send(subject=f"Hello{line_end}Bcc: x@example.org", text="My text stays.")
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert "Write this in one line" in html.select_one("[role=alert]").get_text()
    assert html.select_one("[name=text]").get_text(strip=True) == "My text stays."
    assert (mail.outbox, RelayedMessage.objects.count()) == ([], 0)


def test_a_name_is_no_place_for_headers_either(send, sender):
    sender.user.last_name = "Sender\r\nBcc: x@example.org"
    sender.user.save()
    send()
    (letter,) = mail.outbox
    assert letter.subject == "Sana Sender Bcc: x@example.org: Release planning"
    assert (letter.message()["Bcc"], letter.recipients()) == (None, letter.to)


def test_only_members_write_and_only_to_whom_takes_messages(send, sender, recipient, client, site_root):
    address = f"/en/directory/{recipient.profile.key}/write/"
    person = f"/en/directory/{recipient.profile.key}/"
    assert client.get(address).status_code == 404
    for name, value in OPEN.items():
        setattr(recipient.profile, name, value)
    recipient.profile.save()
    assert client.get(address).status_code == 302
    client.force_login(make_user())
    assert client.get(address).status_code == 404
    recipient.profile.contact_for = "nobody"
    recipient.profile.save()
    assert send().status_code == 404
    assert "write/" not in browser(sender).get(person).content.decode()
    assert browser(recipient).get(address).status_code == 404
    sender.state = "suspended"
    sender.save()
    assert browser(sender).get(address).status_code == 404
    assert mail.outbox == []


def test_so_many_a_day_and_no_more_and_the_text_stays(send, sender, recipient):
    RelayedMessage.objects.bulk_create(
        RelayedMessage(sender=sender, recipient=recipient, subject="x", text="x") for _number in range(MOST)
    )
    response = send(text="My text stays.")
    assert response.status_code == 429
    assert "My text stays." in response.content.decode()
    assert mail.outbox == []


def test_a_sender_can_be_blocked_and_taken_again(send, sender, recipient, client):
    send()
    link = link_in(mail.outbox[0])
    assert client.get(f"{link}block/").status_code == 200
    assert MessageBlock.objects.count() == 0
    for _time in range(2):
        assert client.post(f"{link}block/").status_code == 200
    assert send().status_code == 404
    assert len(mail.outbox) == 1
    own = browser(recipient)
    assert "Sana Sender" in own.get("/en/directory/me/").content.decode()
    block = MessageBlock.objects.get()
    browser(sender).post("/en/directory/me/unblock/", {"block": block.pk})
    assert MessageBlock.objects.count() == 1
    own.post("/en/directory/me/unblock/", {"block": block.pk})
    assert send().status_code == 302


def test_who_blocked_somebody_gets_no_answer_of_theirs(send, sender, recipient, client):
    send()
    MessageBlock.objects.create(owner=sender, blocked=recipient)
    assert client.post(link_in(mail.outbox[0]), {"text": "Like this."}).status_code == 404
    assert len(mail.outbox) == 1


def test_a_report_reaches_the_moderators_and_outlives_the_message(send, sender, recipient, client):
    send(text="Something rude.")
    link = link_in(mail.outbox[0])
    for _time in range(2):
        assert client.post(f"{link}report/", {"reason": "This is rude."}).status_code == 200
    assert client.post(f"{link}report/", {"reason": ""}).status_code == 200
    RelayedMessage.objects.all().delete()
    report = MessageReport.objects.get()
    assert (report.sender, report.reporter, report.text) == (sender, recipient, "Something rude.")
    client.force_login(make_superuser())
    listed = client.get("/admin/snippets/network/messagereport/").content.decode()
    assert "Release planning" in listed
    opened = client.get(f"/admin/snippets/network/messagereport/edit/{report.pk}/").content.decode()
    assert "Something rude." in opened
    assert "This is rude." in opened
    assert client.get("/admin/snippets/network/messagereport/add/").status_code == 302


@pytest.mark.parametrize("why", ["forged", "old", "suspended", "gone"])
def test_links_end(send, sender, recipient, client, why):
    send()
    link = link_in(mail.outbox[0])
    if why == "forged":
        link = link[:-3] + "x/"
    elif why == "old":
        RelayedMessage.objects.update(sent_at=timezone.now() - timedelta(days=31))
    elif why == "suspended":
        recipient.state = "suspended"
        recipient.save()
    else:
        sender.user.delete()
    answers = [
        client.post(f"{link}{below}", {"text": "x", "reason": "x"}).status_code for below in ("", "report/", "block/")
    ]
    assert answers == [404, 404, 404]
    assert (len(mail.outbox), MessageReport.objects.count(), MessageBlock.objects.count()) == (1, 0, 0)


def test_messages_are_deleted_when_their_time_is_over(sender, recipient, capsys):
    kept, _passed = (
        RelayedMessage.objects.create(
            sender=sender, recipient=recipient, subject="x", text="x", sent_at=timezone.now() - timedelta(days=days)
        )
        for days in (29, 31)
    )
    call_command("delete_relayed_messages")
    assert list(RelayedMessage.objects.all()) == [kept]
    assert capsys.readouterr().out == "Messages: 1 deleted\n"


def test_a_stranger_on_the_list_cannot_be_guessed(sender):
    other = make_member()
    assert browser(other).get(f"/en/directory/{sender.pk}/").status_code == 404
