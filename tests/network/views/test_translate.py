"""Records in other languages: who is asked, what readers get, and that nothing is lost."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from network.models import Audience, Meeting, MeetingState, Outcome, RecordTranslation
from network.services.approval import approve, take_back
from portal.accounts import roles
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group
from tests.factories.members import join
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client, site_root):
    user = make_user(roles.translators("sq"))
    client.force_login(user)
    return user


@pytest.fixture
def meeting(site_root):
    """Approved for everybody, with a title, an item and an outcome to translate."""
    meeting = make_meeting(
        state=MeetingState.APPROVED,
        audience=Audience.PUBLIC,
        is_translation_wanted=True,
        readable_in=" en ",
        approved_at=timezone.now(),
        title_en="Spring meeting",
    )
    make_outcome(make_item(meeting, "Opening"), "Agencies work together.")
    return meeting


def address(meeting, code="sq"):
    return f"/en/meetings/{meeting.pk}/translate/{code}/"


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def opened(client, meeting):
    """What a browser sends when nothing is changed in the form."""
    form = page(client.get(address(meeting))).select_one("form.translating")
    values = {one["name"]: one.get("value", "") for one in form.select("input")}
    return values | {one["name"]: one.text.lstrip("\n") for one in form.select("textarea")}


def texts(meeting, **texts):
    """By the names that the form has for title, item and outcome."""
    item = meeting.items.get()
    names = {"title": "meeting", "item": f"title-{item.pk}", "outcome": f"outcome-{item.outcomes.get().pk}"}
    return {names[name]: text for name, text in texts.items()}


def translated(client, meeting, do="ready"):
    words = texts(meeting, title="Mbledhja", item="Hapja", outcome="Agjencitë punojnë bashkë.")
    return client.post(address(meeting), {**opened(client, meeting), **words, "do": do}, follow=True)


def state(client, meeting):
    return page(client.get(address(meeting))).select_one(".page-head .badge").text.strip()


def test_a_record_is_translated_side_by_side(client, meeting, translator):
    assert state(client, meeting) == "Missing"
    translated(client, meeting, do="save")
    assert (state(client, meeting), "Mbledhja" in client.get(f"/sq/meetings/{meeting.pk}/").content.decode()) == (
        "In work",
        False,
    )
    translated(client, meeting)
    found = client.get(f"/sq/meetings/{meeting.pk}/").content.decode()
    assert (state(client, meeting), "Agjencitë punojnë bashkë." in found, "not yet available" in found) == (
        "Ready",
        True,
        False,
    )


@pytest.mark.parametrize("written", ["Petroviqi", "Петровића", "Marko Petrović"])
def test_names_that_the_record_does_not_have_are_looked_at_before_readers_get_them(
    client, meeting, translator, written
):
    user = join(meeting.group).user
    user.first_name, user.last_name = "Marko", "Petrović-Zhivkov"
    user.save()
    words = texts(meeting, title="Mbledhja", item="Hapja", outcome=f"{written} foli.")
    answer = client.post(address(meeting), {**opened(client, meeting), **words, "do": "ready"})
    shown = page(answer)
    assert [one["href"] for one in shown.select("[role=alert] li a")] == [f"#text-{list(words)[2]}"]
    # What is said is what the translator wrote, not who is in the group.
    assert "Zhivkov" not in answer.text
    public = f"/sq/meetings/{meeting.pk}/"
    client.logout()
    assert written not in client.get(public).text
    client.force_login(translator)
    assert client.get(address(meeting)).text.count(f"{written} foli.") == 1
    client.post(address(meeting), {**opened(client, meeting), "names_confirmed": "on", "do": "ready"})
    client.logout()
    assert written in client.get(public).text


def test_names_that_stand_in_the_record_were_decided_on_by_the_chair(client, meeting, translator):
    user = join(meeting.group).user
    user.last_name = "Petrović"
    user.save()
    Outcome.objects.update(text_en="The Petrović report was read.")
    words = texts(meeting, title="Mbledhja", item="Hapja", outcome="U lexua raporti Petroviq.")
    client.post(address(meeting), {**opened(client, meeting), **words, "do": "ready"})
    assert state(client, meeting) == "Ready"


def test_what_is_not_whole_is_kept_and_not_shown(client, meeting, translator):
    sent = {**opened(client, meeting), **texts(meeting, title="Mbledhja"), "do": "ready"}
    answer = client.post(address(meeting), sent, follow=True).content.decode()
    meeting.refresh_from_db()
    assert ("not ready" in answer, meeting.title_sq, meeting.readable_in.split()) == (True, "Mbledhja", ["en"])


def test_it_is_outdated_when_the_record_says_something_else(client, meeting, translator):
    translated(client, meeting)
    editor = make_superuser()
    take_back(meeting=meeting, user=editor)
    Outcome.objects.update(text_en="Agencies work together daily.")
    approve(meeting=meeting, user=editor, audience=Audience.PUBLIC, translate=True)
    assert state(client, meeting) == "Outdated"
    assert "Agjencitë" not in client.get(f"/sq/meetings/{meeting.pk}/").content.decode()
    form = page(client.get(address(meeting)))
    assert [one.text for one in form.select(".difference ins")] == ["[added:  daily]"]
    sent = {**opened(client, meeting), **texts(meeting, outcome="Agjencitë punojnë bashkë çdo ditë.")}
    client.post(address(meeting), {**sent, "do": "ready"})
    assert (state(client, meeting), form.select_one("form.translating") is None) == ("Ready", False)


def test_what_came_with_a_record_is_outdated_too(client, meeting, translator):
    Meeting.objects.update(readable_in=" en sq ", title_sq="Mbledhja")
    meeting.items.update(title_sq="Hapja")
    Outcome.objects.update(text_sq="Bashkë.")
    editor = make_superuser()
    take_back(meeting=meeting, user=editor)
    approve(meeting=meeting, user=editor, audience=Audience.PUBLIC, translate=True)
    meeting.refresh_from_db()
    assert meeting.readable_in.split() == ["en", "sq"]
    take_back(meeting=meeting, user=editor)
    Outcome.objects.update(text_en="Something else.")
    approve(meeting=meeting, user=editor, audience=Audience.PUBLIC, translate=True)
    meeting.refresh_from_db()
    assert meeting.readable_in.split() == ["en"]


def test_two_translators_lose_nothing(client, meeting, translator):
    first, second = opened(client, meeting), opened(client, meeting)
    client.post(address(meeting), {**first, **texts(meeting, title="E para"), "do": "save"})
    answer = client.post(address(meeting), {**second, **texts(meeting, title="E dyta", item="Hapja"), "do": "save"})
    form = page(answer).select_one("form.translating")
    meeting.refresh_from_db()
    assert (meeting.title_sq, meeting.items.get().title_sq) == ("E para", "Hapja")
    assert ("Theirs: E para" in form.text, form.select_one("[name=meeting]")["value"]) == (True, "E dyta")
    again = {one["name"]: one.get("value", "") for one in form.select("input")}
    client.post(address(meeting), {**again, "do": "save"})
    meeting.refresh_from_db()
    assert meeting.title_sq == "E dyta"


def test_a_text_that_was_not_on_the_form_is_not_emptied(client, meeting, translator):
    Outcome.objects.update(text_sq="Bashkë.")
    client.post(address(meeting), {**texts(meeting, title="Mbledhja"), "do": "save"})
    assert Outcome.objects.get().text_sq == "Bashkë."


def test_a_text_that_is_too_long_comes_back(client, meeting, translator):
    sent = {**opened(client, meeting), **texts(meeting, title="x" * 201, item="Hapja"), "do": "save"}
    answer = page(client.post(address(meeting), sent))
    assert ("at most 200" in answer.text, answer.select_one("[name=meeting]")["value"]) == (True, "x" * 201)


def test_who_translates_and_what(client, meeting, translator):
    assert client.get(address(meeting, "mk")).status_code == 404
    assert client.get(address(meeting, "en")).status_code == 404
    client.force_login(make_user(roles.NETWORK_MEMBERS))
    assert client.get(address(meeting)).status_code == 404


@pytest.mark.parametrize(
    "closed", [{"audience": Audience.GROUP}, {"state": MeetingState.DRAFT}, {"is_translation_wanted": False}]
)
def test_what_is_closed_or_not_asked_for_is_in_no_list(client, meeting, translator, closed):
    places = ("/en/", "/admin/desk/mine/")
    assert ["Spring meeting" in client.get(place).content.decode() for place in places] == [True, True]
    sent = opened(client, meeting)
    Meeting.objects.update(**closed)
    assert ["Spring meeting" in client.get(place).content.decode() for place in places] == [False, False]
    assert client.get(address(meeting)).status_code == 404
    refused = client.post(address(meeting), {**sent, **texts(meeting, title="Mbledhja")})
    assert (refused.status_code, "Mbledhja" in refused.content.decode(), "Spring" in refused.content.decode()) == (
        403,
        True,
        False,
    )


def test_what_is_ready_waits_for_nobody(client, meeting, translator):
    translated(client, meeting)
    assert "Spring meeting" not in client.get("/admin/desk/mine/").content.decode()
    assert RecordTranslation.objects.get().is_ready


def test_the_list_asks_the_same_however_long(meeting, translator, django_assert_num_queries):
    from network.translating.waiting import records_to_translate

    for number in (1, 3):
        while Meeting.objects.count() < number:
            more = make_meeting(make_working_group(), state=MeetingState.APPROVED, audience=Audience.PUBLIC)
            Meeting.objects.filter(pk=more.pk).update(is_translation_wanted=True)
            make_outcome(make_item(more))
        with django_assert_num_queries(7):
            assert len(records_to_translate(translator, ["sq"])) == number
