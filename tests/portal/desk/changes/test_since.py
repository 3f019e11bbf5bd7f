"""What changed in a source since a translation was checked against it."""

import pytest

from portal.desk.changes.since import changes_since
from tests.factories.pages import make_practice

pytestmark = pytest.mark.django_db


def step(number, title, text):
    return {"type": "step", "id": f"s{number}", "value": {"title": title, "text": text}}


@pytest.fixture
def page(site_root):
    """Translated into Albanian at version 1, with drafts of version 2."""
    steps = [step(1, "Ask", "<p>Ask two people</p>"), step(2, "Decide", "<p>Decide</p>")]
    page = make_practice(ready=("en", "sq"), headline_en="Leave", context_en="<p>Why</p>", summary_en="Short")
    page.steps_en = page._meta.get_field("steps_en").stream_block.to_python(steps)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def changed(page, code="sq"):
    found = changes_since(page, page.get_latest_revision_as_object(), code)
    return [(text.label, [(part.kind, part.text) for part in text.parts]) for text in found.texts]


def test_texts_that_are_others_now_in_the_order_of_the_page(page):
    steps = [step(2, "Decide", "<p>Decide</p>"), step(1, "Ask", "<p>Ask three people</p>"), step(3, "Tell", "")]
    page.steps_en = page._meta.get_field("steps_en").stream_block.to_python(steps)
    page.headline_en, page.source_version = "Leave plans", 2
    page.context_en = '<p data-block-key="x">Why</p>'
    page.save_revision()
    assert changed(page) == [
        ("Title", [("equal", "Leave"), ("addition", " plans")]),
        (
            "What was done 2: What was done",
            [("equal", "Ask"), ("deletion", " two"), ("addition", " three"), ("equal", " people")],
        ),
        ("What was done 3: Step", [("addition", "Tell")]),
    ]


def test_what_is_gone_and_what_has_another_form(page):
    page.steps_en = page._meta.get_field("steps_en").stream_block.to_python(
        [step(1, "Ask", "<p>Ask <b>two</b> people</p>")]
    )
    page.source_version = 2
    page.save_revision()
    assert changed(page) == [
        ("What was done 1: What was done", []),
        ("What was done 2: Step", [("deletion", "Decide")]),
        ("What was done 2: What was done", [("deletion", "Decide")]),
    ]


def test_it_begins_with_the_last_draft_of_the_version_that_was_translated(page):
    """A small correction since was of the same version; what came with it is not shown again."""
    page.headline_en = "Leave plan"
    page.save_revision().publish()
    page.headline_en, page.source_version = "Leave plan for all", 2
    page.save_revision()
    found = changes_since(page, page.get_latest_revision_as_object(), "sq")
    assert [(part.kind, part.text) for part in found.texts[0].parts] == [
        ("equal", "Leave plan"),
        ("addition", " for all"),
    ]
    assert found.texts[0].translation == page.headline_sq


def test_without_the_draft_of_that_version_there_is_nothing_to_compare(page):
    page.based_on_sq = 0
    found = changes_since(page, page, "sq")
    assert (found.seen_at, found.texts) == (None, [])
