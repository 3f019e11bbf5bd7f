"""What the memory offers: of public pages only, and only what is like what is asked for."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.content_language.readiness import Readiness
from portal.desk.memory.learning import learn
from portal.desk.memory.suggestions import suggestions
from portal.desk.models import TranslationPair
from tests.factories.pages import LOGIN, make_plain, restrict
from tests.factories.people import make_group

pytestmark = pytest.mark.django_db

SENTENCE = "Officers meet every prisoner before the release."
TRANSLATION = "Zyrtarët takojnë çdo të burgosur para lirimit."


def published(**fields):
    """A public page that says the sentence in both languages, and is known to the memory."""
    values = {"ready": ("en", "sq"), "summary_en": SENTENCE, "summary_sq": TRANSLATION, **fields}
    page = make_plain(**values)
    learn(page.pk)
    return page


def offered(text=SENTENCE, source="en", target="sq"):
    return [(one.percent, one.target) for one in suggestions([text], source, target).get(text, [])]


def test_the_same_sentence_is_offered_with_a_hundred_percent(site_root):
    published()
    assert offered() == [(100, TRANSLATION)]


def test_a_similar_one_is_offered_with_what_it_is_worth(site_root):
    published()
    assert offered("Officers meet every prisoner after the release.") == [(92, TRANSLATION)]
    assert offered("The release of prisoners is planned by officers together.") == []


def test_the_most_like_come_first_and_no_more_than_three(site_root):
    for number in range(5):
        published(summary_en=f"{SENTENCE[:-1]}{' again' * number}.", summary_sq=f"{TRANSLATION} {number}")
    assert offered() == [(100, f"{TRANSLATION} 0"), (94, f"{TRANSLATION} 1"), (88, f"{TRANSLATION} 2")]


def test_other_languages_and_directions_have_their_own(site_root):
    published()
    assert offered(target="mk") == offered(TRANSLATION, "sq", "en") == []


def test_a_translation_that_is_not_reviewed_says_so(site_root):
    published(needs_review_sq=True)
    assert [one.is_reviewed for one in suggestions([SENTENCE], "en", "sq")[SENTENCE]] == [False]


@pytest.mark.parametrize("language", ["en", "sq"])
def test_a_language_that_is_not_ready_is_not_known(site_root, language):
    other = "sq" if language == "en" else "en"
    published(ready=(other,), overview=(language,))
    assert offered() == []


def test_an_outdated_translation_is_not_known(site_root):
    published(source_version=2)
    assert offered() == []


def test_a_page_that_is_closed_is_not_known_whoever_asks(site_root):
    page = published(restricted_to=LOGIN)
    assert TranslationPair.objects.count() == 0
    page = published()
    restrict(page, make_group("Some"))
    assert offered() == []


def test_a_page_that_comes_to_lie_below_a_closed_one_is_not_offered(site_root):
    page = published()
    closed = make_plain(restricted_to=LOGIN)
    page.move(closed, pos="last-child")
    assert offered() == []


def test_unpublished_and_deleted_pages_are_forgotten(site_root):
    page = published()
    page.unpublish()
    assert TranslationPair.objects.count() == 0
    published().delete()
    assert TranslationPair.objects.count() == 0


def test_publishing_teaches_the_new_and_forgets_the_old(site_root, django_capture_on_commit_callbacks):
    page = published()
    page.summary_sq = "Ndryshe."
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert offered() == [(100, "Ndryshe.")]


def test_a_draft_teaches_nothing(site_root):
    page = published()
    page.summary_sq = "Ndryshe."
    page.save_revision()
    learn(page.pk)
    assert offered() == [(100, TRANSLATION)]


def test_it_can_be_filled_anew(site_root, capsys):
    page = published()
    page.readiness_sq = Readiness.DRAFT
    page.save()
    make_plain(ready=("en", "sq"), summary_en="Yes.", summary_sq="Po.")
    call_command("translation_memory", "rebuild")
    assert (offered(), offered("Yes.")) == ([], [(100, "Po.")])


def test_many_texts_take_as_many_queries_as_one(site_root):
    published()
    for texts in ([SENTENCE], [SENTENCE, "Officers meet.", "Something else altogether."]):
        with CaptureQueriesContext(connection) as queries:
            suggestions(texts, "en", "sq")
        assert len(queries) == 3
