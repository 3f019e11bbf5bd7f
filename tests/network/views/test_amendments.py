"""Proposals to the draft of a record, made and decided on the page of the meeting, by a browser without script."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from network.models import (
    Amendment,
    AmendmentState,
    Audience,
    GroupMembership,
    GroupRole,
    Meeting,
    MeetingState,
    Outcome,
)
from network.services.amendments import accept, propose
from network.services.approval import NotPossible, approve, submit
from network.services.circulation import circulate
from portal.accounts.notifications import choose
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.registries.notifications import Frequency
from tests.factories.meetings import make_item, make_meeting, make_outcome
from tests.factories.members import join, make_member
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

WORD = "Zanzibarian"


@pytest.fixture
def secretary(group):
    return join(group, make_member(make_user(first_name="Vesna", last_name="Testović")), role=GroupRole.SECRETARY).user


@pytest.fixture
def member(group):
    return join(group, make_member(make_user(first_name="Ana", last_name="Proba", language="sq"))).user


@pytest.fixture
def meeting(group):
    meeting = make_meeting(group, state=MeetingState.CIRCULATED)
    item = make_item(meeting, "Opening", text_en="Programmes were shown.")
    make_outcome(item, "Agencies work together.")
    return meeting


@pytest.fixture
def outcome(meeting):
    return Outcome.objects.get(item__meeting=meeting)


def address(meeting):
    return f"/en/meetings/{meeting.pk}/"


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def fields(form):
    """What a browser sends of a form of which nothing is changed."""
    values = {one["name"]: one.get("value", "") for one in form.select("input") if one.get("type") != "radio"}
    values |= {one["name"]: one["value"] for one in form.select("input[type=radio][checked]")}
    return values | {one["name"]: one.text.lstrip("\n") for one in form.select("textarea")}


def proposal_form(client, meeting, place):
    return page(client.get(f"{address(meeting)}?propose={place}")).select_one("#proposing form")


def sent(client, form, **changed):
    return client.post(form["action"].partition("#")[0], {**fields(form), **changed}, follow=True)


def proposed(meeting, outcome, user, text=f"{WORD} agencies.", **more):
    from network.rules.amendments import seen

    values = {"key": f"{Amendment.objects.count():016x}", "reason": "It is clearer.", **more}
    return propose(
        meeting=meeting,
        place=f"outcome-{outcome.pk}",
        user=user,
        text=text,
        saw=seen(outcome.text_en),
        **values,
    )


def decision_form(client, meeting, one):
    return page(client.get(address(meeting))).select_one(f"#proposal-{one.pk} form")


def test_a_member_proposes_in_place_and_others_see_it(client, group, meeting, outcome, member):
    client.force_login(member)
    link = page(client.get(address(meeting))).select_one(f"#outcome-{outcome.pk} a")
    assert link["href"] == f"?propose=outcome-{outcome.pk}#proposing"
    form = proposal_form(client, meeting, f"outcome-{outcome.pk}")
    sent(client, form, text="All agencies work together.", reason="Nobody is left out.")
    sent(client, form, text="All agencies work together.", reason="Sent twice.")
    client.force_login(join(group, role=GroupRole.OBSERVER).user)
    found = page(client.get(address(meeting))).select_one(".proposal")
    assert ([one.text for one in found.select("ins, del")], "Ana Proba" in found.text, found.form) == (
        ["[deleted: Agencies]", "[added: All agencies]"],
        True,
        None,
    )
    assert Amendment.objects.count() == 1


@pytest.mark.parametrize("target", ["title", "text", "new"])
def test_each_text_can_be_amended(client, meeting, member, secretary, target):
    client.force_login(member)
    item = meeting.items.get()
    sent(client, proposal_form(client, meeting, f"{target}-{item.pk}"), text=WORD, reason="So it was.", kind="decision")
    client.force_login(secretary)
    sent(client, decision_form(client, meeting, Amendment.objects.get()), do="accept")
    item.refresh_from_db()
    texts = {"title": item.title_en, "text": item.text_en, "new": item.outcomes.last().text_en}
    assert (texts[target], item.outcomes.count()) == (WORD, 2 if target == "new" else 1)
    if target == "new":
        assert item.outcomes.last().kind == "decision"


def test_the_secretary_accepts_and_the_member_is_told(
    client, meeting, outcome, member, secretary, django_capture_on_commit_callbacks
):
    one = proposed(meeting, outcome, member)
    client.force_login(secretary)
    with django_capture_on_commit_callbacks(execute=True):
        found = page(sent(client, decision_form(client, meeting, one), do="accept"))
    outcome.refresh_from_db()
    assert (outcome.text_en, [message.to for message in mail.outbox]) == (f"{WORD} agencies.", [[member.email]])
    assert (WORD in mail.outbox[0].body, "/sq/meetings/" in mail.outbox[0].body) == (True, True)
    history = found.select_one(".facet .proposal").text
    assert ("Accepted" in history, "It is clearer." in history, "Vesna" in history) == (True, True, True)


def test_declining_needs_a_word(client, meeting, outcome, member, secretary, django_capture_on_commit_callbacks):
    one = proposed(meeting, outcome, member)
    client.force_login(secretary)
    form = decision_form(client, meeting, one)
    refused = page(sent(client, form, do="decline", text="Kept as typed."))
    assert "Say in a word why not" in refused.text
    assert refused.select_one(f"#proposal-{one.pk} textarea").text.strip() == "Kept as typed."
    with django_capture_on_commit_callbacks(execute=True):
        sent(client, form, do="decline", answer="It was said otherwise.")
    one.refresh_from_db()
    outcome.refresh_from_db()
    assert (one.state, one.answer, outcome.text_en) == (
        AmendmentState.DECLINED,
        "It was said otherwise.",
        "Agencies work together.",
    )
    assert "It was said otherwise." in mail.outbox[0].body


def test_two_proposals_to_one_text_lose_nothing(client, group, meeting, outcome, member, secretary):
    """The second is shown beside what the first has made of the text, before it replaces it."""
    first = proposed(meeting, outcome, member, "All agencies work together.")
    second = proposed(meeting, outcome, join(group).user, "Agencies work together daily.")
    client.force_login(secretary)
    opened = decision_form(client, meeting, second)
    sent(client, decision_form(client, meeting, first), do="accept")
    shown = page(sent(client, opened, do="accept"))
    outcome.refresh_from_db()
    assert outcome.text_en == "All agencies work together."
    again = shown.select_one(f"#proposal-{second.pk}")
    assert ("was changed meanwhile" in again.text, "As it was proposed" in again.text) == (True, True)
    sent(client, again.form, do="accept", text="All agencies work together daily.")
    outcome.refresh_from_db()
    second.refresh_from_db()
    assert (outcome.text_en, second.state, second.text, second.result) == (
        "All agencies work together daily.",
        AmendmentState.ACCEPTED,
        "Agencies work together daily.",
        "All agencies work together daily.",
    )


def test_who_proposes_to_a_text_that_was_changed_meanwhile_sees_both(client, meeting, outcome, member):
    client.force_login(member)
    form = proposal_form(client, meeting, f"outcome-{outcome.pk}")
    Outcome.objects.update(text_en="Changed.")
    again = page(sent(client, form, text="Mine.", reason="Why.")).select_one("#proposing")
    assert ("Changed." in again.text, again.textarea.text.strip(), Amendment.objects.count()) == (True, "Mine.", 0)
    sent(client, again.form, text="Mine.", reason="Why.")
    assert Amendment.objects.get().before == "Changed."


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": "Agencies work together."}, "This is the text as it stands"),
        ({"text": ""}, "This field is required"),
        ({"text": WORD, "reason": ""}, "This field is required"),
        ({"text": "x" * 20_001}, "at most 20000"),
    ],
)
def test_what_is_refused_stays_in_the_form(client, meeting, outcome, member, changed, reason):
    client.force_login(member)
    form = proposal_form(client, meeting, f"outcome-{outcome.pk}")
    again = page(sent(client, form, **{"reason": "Because.", **changed})).select_one("#proposing")
    assert (reason in again.text, again.textarea.text.strip(), Amendment.objects.count()) == (True, changed["text"], 0)


def test_what_is_pasted_from_a_word_processor_is_kept_as_words(client, meeting, outcome, member):
    client.force_login(member)
    markup = '<p class="MsoNormal" style="mso-margin:0">' * 5000
    sent(client, proposal_form(client, meeting, f"outcome-{outcome.pk}"), text=f"{markup}Words.</p>", reason="Why.")
    assert Amendment.objects.get().text == "Words."


def test_whose_membership_ended_keeps_the_text(client, meeting, outcome, member):
    client.force_login(member)
    form = proposal_form(client, meeting, f"outcome-{outcome.pk}")
    GroupMembership.objects.filter(member__user=member).update(until=timezone.localdate())
    answer = sent(client, form, text=f"{WORD} text", reason="My reason.")
    assert (answer.status_code, [one.text.strip() for one in page(answer).select("textarea")]) == (
        403,
        [f"{WORD} text", "My reason."],
    )
    assert ("not a member" in answer.content.decode(), "Agencies" in answer.content.decode()) == (True, False)
    client.logout()
    assert WORD in sent(client, form, text=f"{WORD} text", reason="My reason.").content.decode()
    assert Amendment.objects.count() == 0


def test_when_the_draft_is_not_with_the_members_any_more_the_text_is_kept(client, meeting, outcome, member):
    client.force_login(member)
    form = proposal_form(client, meeting, f"outcome-{outcome.pk}")
    Meeting.objects.update(state=MeetingState.SUBMITTED)
    answer = sent(client, form, text=f"{WORD} text", reason="My reason.")
    assert (answer.status_code, WORD in answer.content.decode()) == (403, True)
    assert proposal_form(client, meeting, f"outcome-{outcome.pk}") is None


def test_a_text_that_was_taken_out(client, meeting, outcome, member, secretary):
    one = proposed(meeting, outcome, member)
    client.force_login(secretary)
    form = decision_form(client, meeting, one)
    outcome.delete()
    shown = page(sent(client, form, do="accept"))
    assert "The text was taken out of the record" in shown.select_one(f"#loose ~ #proposal-{one.pk}").text
    sent(client, form, do="decline", answer="It is gone.")
    one.refresh_from_db()
    assert one.state == AmendmentState.DECLINED


@pytest.mark.parametrize("role", [GroupRole.OBSERVER, GroupRole.MEMBER, None])
def test_who_may_propose_and_who_may_decide(client, group, meeting, outcome, member, role):
    one = proposed(meeting, outcome, member)
    user = join(group, role=role).user if role else make_user(NETWORK_MEMBERS)
    client.force_login(user)
    decide = client.post(f"{address(meeting)}amendments/{one.pk}/", {"do": "accept", "text": "Taken."})
    proposing = client.post(f"{address(meeting)}amendments/", {"place": f"outcome-{outcome.pk}"})
    outcome.refresh_from_db()
    assert (outcome.text_en, decide.status_code) == ("Agencies work together.", 403 if role else 404)
    assert proposing.status_code == {GroupRole.MEMBER: 200, GroupRole.OBSERVER: 403, None: 404}[role]


def test_proposals_are_for_the_group_alone(client, meeting, outcome, member, secretary, group):
    """Never in what others read, whatever became of them."""
    one = proposed(meeting, outcome, member, f"{WORD} wording", reason=f"{WORD} reason")
    other = proposed(meeting, outcome, member, "Taken.", reason=f"{WORD} reason")
    client.force_login(make_user(NETWORK_MEMBERS))
    assert client.get(f"{address(meeting)}?propose=outcome-{outcome.pk}").status_code == 404
    client.force_login(secretary)
    sent(client, decision_form(client, meeting, one), do="decline", answer=f"{WORD} answer")
    sent(client, decision_form(client, meeting, other), do="accept")
    chair = join(group, role=GroupRole.CHAIR).user
    approve(meeting=meeting, user=chair, audience=Audience.PUBLIC)
    assert WORD in client.get(address(meeting)).content.decode()
    for who, path in (
        (secretary, f"{address(meeting)}?version=open"),
        (make_user(NETWORK_MEMBERS), address(meeting)),
        (None, address(meeting)),
        (None, f"/en/groups/{group.slug}/meetings/"),
        (None, "/en/library/?q=wording"),
    ):
        client.logout()
        if who is not None:
            client.force_login(who)
        assert (path, f"{WORD} " in client.get(path).content.decode()) == (path, False)


def test_open_proposals_are_decided_on_before_the_record_goes_on(client, group, meeting, outcome, member, secretary):
    one = proposed(meeting, outcome, member)
    chair = join(group, role=GroupRole.CHAIR).user
    for act in (
        lambda: submit(meeting=meeting, user=secretary),
        lambda: approve(meeting=meeting, user=chair, audience=Audience.GROUP),
    ):
        with pytest.raises(NotPossible, match="1 proposal is still open"):
            act()
    client.force_login(secretary)
    sent(client, decision_form(client, meeting, one), do="accept")
    assert submit(meeting=meeting, user=secretary).state == MeetingState.SUBMITTED


def test_decided_twice_the_first_decision_stands(client, group, meeting, outcome, member, secretary):
    one = proposed(meeting, outcome, member)
    client.force_login(secretary)
    form = decision_form(client, meeting, one)
    sent(client, form, do="decline", answer="No.")
    assert "a moment earlier" in sent(client, form, do="accept").content.decode()
    outcome.refresh_from_db()
    assert outcome.text_en == "Agencies work together."
    assert accept(amendment=one, user=secretary, text="x", saw="").state == AmendmentState.DECLINED


def test_a_draft_is_circulated_once_and_members_are_told_as_they_wish(
    client, group, meeting, member, secretary, django_capture_on_commit_callbacks
):
    Meeting.objects.update(state=MeetingState.DRAFT)
    silent = join(group).user
    choose(silent, {"network.drafts": Frequency.NEVER})
    join(group, role=GroupRole.OBSERVER)
    client.force_login(secretary)
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            client.post(f"{address(meeting)}circulate/")
    meeting.refresh_from_db()
    assert (meeting.state, [message.to for message in mail.outbox]) == (MeetingState.CIRCULATED, [[member.email]])
    assert client.get(f"{address(meeting)}record/").status_code == 302
    client.post(f"{address(meeting)}work-on/")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.DRAFT


def test_only_chair_secretary_and_editors_circulate(group, meeting, member):
    Meeting.objects.update(state=MeetingState.DRAFT)
    with pytest.raises(NotPossible, match="Only chair, secretary or an editor"):
        circulate(meeting=meeting, user=member)


def test_the_page_asks_the_same_however_many_proposals(
    client, meeting, outcome, member, secretary, django_assert_num_queries
):
    client.force_login(secretary)
    for number in (1, 2):
        for _one in range(number):
            proposed(meeting, outcome, member)
        client.get(address(meeting))
        with django_assert_num_queries(22):
            client.get(address(meeting))
