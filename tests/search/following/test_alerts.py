"""E-mails about what saved searches find anew: what is in them, once, and nothing that somebody may not see."""

from datetime import datetime

import pytest
from django.core import mail
from django.utils import timezone

from portal.core.content_language.readiness import Readiness
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Standard
from search.documents.document import document_id
from search.following import news
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import change_search
from search.outbox.drain import drain
from search.outbox.notice import notice
from tests.factories.pages import make_page, make_practice, restrict
from tests.factories.people import make_group, make_user
from tests.factories.searches import make_saved_search
from tests.factories.vocabulary import make_beneficiary, make_term


def said():
    """All that has been sent so far."""
    return "\n".join(f"{message.subject}\n{message.body}" for message in mail.outbox)


# What an e-mail says ---------------------------------------------------------------------------------------------


def test_an_email_names_what_is_new_says_why_it_came_and_how_it_ends(reader, run, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.org"
    make_saved_search(reader, "q=plan&type=good_practice", name="Plans & practices")
    make_practice(headline_en="Plan <one> & two", slug="one", beneficiaries=[make_beneficiary("RS")])
    run()
    (message,) = mail.outbox
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert message.to == ["reader@example.org"]
    assert message.subject == "New in the library: 1 resource"
    assert link.startswith("https://portal.example.org/en/library/saved/unsubscribe/")
    assert message.body == (
        "Dear Ana Reader,\n"
        "\n"
        "There is 1 new resource for searches that you have saved.\n"
        "\n"
        "Your search “Plans & practices”:\n"
        "\n"
        "- Plan <one> & two\n"
        "  Good practice, Serbia\n"
        "  https://portal.example.org/en/practices/one/\n"
        "\n"
        "All that it finds: https://portal.example.org/en/library/?q=plan&type=good_practice\n"
        "\n"
        "You get this e-mail because you have saved these searches and asked to be told of new resources.\n"
        "Change the searches, or how often you are told: https://portal.example.org/en/library/saved/\n"
        f"No more of these e-mails: {link}\n"
        "\n"
        "This message was sent by Continuum. Nobody reads what is sent back to this address.\n"
    )


def test_it_can_be_ended_with_one_click(reader, run):
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    run()
    sent = mail.outbox[0].message()
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["List-Unsubscribe"].startswith("<http://")
    assert "=?" not in sent.as_string().partition("\n\n")[0]


def test_one_email_for_all_searches_of_a_person(reader, run):
    make_saved_search(reader, "q=plan", name="Plans")
    make_saved_search(reader, "q=rules", name="Rules")
    make_saved_search(reader, "q=nothing", name="Nothing")
    make_practice(headline_en="Plan and rules")
    make_practice(headline_en="Plan alone")
    run()
    (message,) = mail.outbox
    assert message.subject == "New in the library: 2 resources"
    parts = message.body.split("Your search ")[1:]
    assert [(part.split("”")[0], part.count("\n- ")) for part in parts] == [("“Plans", 2), ("“Rules", 1)]


def test_of_many_the_number_and_the_way_there(reader, run, monkeypatch):
    monkeypatch.setattr(news, "_NAMED", 2)
    make_saved_search(reader)
    for number in range(3):
        make_practice(headline_en=f"Plan {number}")
    run()
    assert mail.outbox[0].body.count("\n- ") == 2
    assert "\nand 1 more\n" in mail.outbox[0].body
    run()
    assert len(mail.outbox) == 1


# In which language -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "html_lang", "title"),
    [
        ("sr", "sr-Cyrl", "- План отпуста са Косова*\n  Добра пракса, Kosovo*\n"),
        ("sr-latn", "sr-Latn", "- Plan otpusta sa Kosova*\n  Dobra praksa, Kosovo*\n"),
        ("cnr", "cnr", "- Plan otpusta sa Kosova*\n  good_practice, Kosovo*\n"),
    ],
)
def test_it_is_in_the_language_and_script_of_the_search(reader, run, code, html_lang, title):
    make_saved_search(reader, "q=отпуст", language=code)
    make_practice(headline_sr="План отпуста са Косова", ready=("sr",), beneficiaries=[make_beneficiary("XK")])
    run()
    (message,) = mail.outbox
    assert message.extra_headers["Content-Language"] == html_lang
    assert title in message.body
    assert f"/{code}/practices/" in message.body
    assert bare_mentions(said()) == []
    assert message.body.count(note_for(code)) == 1


def test_searches_in_several_languages_are_told_of_in_that_of_the_account(reader, run):
    reader.language = "cnr"
    reader.save()
    make_saved_search(reader, "q=plan", language="en")
    make_saved_search(reader, "q=one", language="mk")
    make_practice(headline_en="Plan one")
    run()
    assert mail.outbox[0].extra_headers["Content-Language"] == "cnr"


# Once and no more ------------------------------------------------------------------------------------------------


def test_what_was_there_before_is_never_told_and_what_comes_is_told_once(reader, run):
    make_saved_search(reader)
    run()
    assert mail.outbox == []
    make_practice(headline_en="Plan one")
    run()
    run()
    assert len(mail.outbox) == 1
    make_practice(headline_en="Plan two")
    run()
    assert ("Plan one" in mail.outbox[1].body, "Plan two" in mail.outbox[1].body) == (False, True)
    assert "Plan of old" not in said()


def test_what_becomes_visible_later_is_told_then(reader, run):
    group = make_group("Members")
    make_practice(headline_en="Plan for members", restricted_to=group)
    make_saved_search(reader)
    run()
    assert mail.outbox == []
    reader.groups.add(group)
    run()
    assert "Plan for members" in said()


def test_what_goes_and_comes_back_is_told_once(reader, run):
    make_saved_search(reader)
    page = make_practice(headline_en="Plan one")
    run()
    page.live = False
    page.save()
    run()
    page.live = True
    page.save()
    run()
    assert len(mail.outbox) == 1


def test_what_was_there_is_no_news_when_less_of_the_words_has_to_be_found(reader, run):
    """Without a resource that has all words, the library shows those that have some."""
    page = make_practice(headline_en="Plan release")
    run()
    make_saved_search(reader, "q=plan+release")
    page.delete()
    run()
    assert mail.outbox == []


def test_emails_that_are_turned_on_again_begin_anew(reader, run):
    saved = make_saved_search(reader)
    change_search(saved, name="Plans", frequency=Frequency.NONE, language="en")
    make_practice(headline_en="Plan one")
    run()
    change_search(saved, name="Plans", frequency=Frequency.DAILY, language="en")
    make_practice(headline_en="Plan two")
    run()
    assert ("Plan one" in said(), "Plan two" in said()) == (False, True)


# How often -------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(reader):
    """A daily and a weekly search, each with something new, asked on a Wednesday morning."""
    make_saved_search(reader, "q=plan", name="Daily")
    make_saved_search(reader, "q=one", name="Weekly", frequency=Frequency.WEEKLY)
    make_saved_search(reader, "q=two", name="Never", frequency=Frequency.NONE)
    SavedSearch.objects.exclude(frequency=Frequency.NONE).update(asked_at=at(3, hour=6))


def at(day, hour):
    """A moment of June 2026, which begins on a Monday."""
    return timezone.make_aware(datetime(2026, 6, day, hour))


def due(now, frequency=None):
    return {saved.name for saved in SavedSearch.objects.due(now, frequency)}


def test_daily_ones_are_due_with_each_day_weekly_ones_with_each_week(two):
    found = {(day, hour): due(at(day, hour)) for day, hour in ((3, 23), (4, 0), (7, 23), (8, 5))}
    assert found == {(3, 23): set(), (4, 0): {"Daily"}, (7, 23): {"Daily"}, (8, 5): {"Daily", "Weekly"}}


def test_only_those_of_one_frequency(two):
    assert due(at(8, 5), Frequency.WEEKLY) == {"Weekly"}
    assert due(at(4, 5), Frequency.WEEKLY) == set()


def test_a_run_for_one_frequency_leaves_the_others(two, run):
    make_practice(headline_en="Plan one two")
    run("--frequency", "weekly")
    assert [name for name in ("Daily", "Weekly", "Never") if name in said()] == ["Weekly"]
    run("--frequency", "daily")
    assert [name for name in ("Daily", "Weekly", "Never") if name in mail.outbox[1].body] == ["Daily"]


# Who may see what ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["members", "draft", "not ready"])
@pytest.mark.parametrize("behind", [False, True])
def test_what_somebody_may_not_see_is_neither_named_nor_counted(reader, run, kind, behind):
    """Closed after it had come into the index, before it could be told."""
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    page = make_practice(headline_en="Plan Zanzibarian", summary_en="Zanzibarian")
    drain()
    if kind == "members":
        restrict(page, make_group("Members"))
    elif kind == "draft":
        page.live = False
        page.save()
    elif kind == "not ready":
        GoodPractice.objects.filter(pk=page.pk).update(readiness_en=Readiness.OVERVIEW)
        notice([document_id("practices.goodpractice", page.pk)])
    run(behind=behind)
    assert [message.subject for message in mail.outbox] == ["New in the library: 1 resource"]
    assert "Zanzibarian" not in said()


def test_what_was_hidden_from_the_email_is_told_when_it_is_open_again(reader, run):
    make_saved_search(reader)
    restriction = restrict(make_practice(headline_en="Plan one"), make_group("Members"))
    run()
    restriction.delete()
    run()
    assert "Plan one" in said()


def test_each_person_is_told_of_what_they_may_see(reader, run):
    group = make_group("Members")
    member = make_user(group, email="member@example.org")
    for person in (reader, member):
        make_saved_search(person)
    make_practice(headline_en="Plan for members", restricted_to=group)
    run()
    assert [message.to for message in mail.outbox] == [["member@example.org"]]


def test_an_account_that_ends_gets_nothing_and_is_told_when_it_is_back(reader, run):
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    reader.is_active = False
    reader.save()
    run()
    assert mail.outbox == []
    reader.is_active = True
    reader.save()
    run()
    assert len(mail.outbox) == 1


def test_a_search_that_lost_one_of_its_filters_does_not_find_the_whole_library(reader, run):
    make_term(FacetCode.STAGE, "parole")
    make_saved_search(reader, "stage=parole")
    Term.objects.filter(code="parole").delete()
    make_page(Standard, headline_en="Prison rules")
    run()
    assert mail.outbox == []
