"""The components render what their parameters say, and nothing when there is nothing to say."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Engine
from django.utils import translation

TEMPLATES = Path(__file__).parents[3] / "portal" / "templates"
ALBANIAN = SimpleNamespace(code="sq", native_name="Shqip", html_lang="sq")
ENGLISH = SimpleNamespace(code="en", native_name="English", html_lang="en")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def render(name: str, **context: Any) -> str:
    """Return a component as one line with single spaces, as a browser would read it."""
    engine = Engine(
        dirs=[str(TEMPLATES)],
        libraries={"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"},
    )
    return " ".join(engine.get_template(f"components/{name}.html").render(Context(context)).split())


def words(html: str) -> str:
    """Return what is read: the text without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_templates_obey_the_content_security_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    forbidden = r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:|https?://"
    assert re.findall(forbidden, text) == []


def test_stage_links_with_who_acts_in_words() -> None:
    stage = {
        "code": "release",
        "number": 5,
        "name": "Release",
        "side": "The gate",
        "url": "/en/continuum/release/",
        "count": 1,
        "description": SimpleNamespace(sentence="The day of release.", html_lang="en"),
        "who": [{"label": "Probation service", "leads": True}, {"label": "Family", "leads": False}],
    }
    html = render("continuum", stages=[stage])
    listed = words(html[html.index("<ol") : html.index("</ol>")])
    assert listed == "The gate 5 Release 1 resource Probation service: leads Family"
    assert '<li class="stage stage--release">' in html
    assert 'href="/en/continuum/release/"' in html
    explained = render("continuum", stages=[stage], explained=True)
    assert '<p class="stage__text" lang="en">The day of release.</p>' in explained


def test_what_is_drawn_of_the_continuum_is_not_read_out() -> None:
    bar = {"leads": True, "x": 0, "y": 16, "width": 2, "height": 68}
    html = render("continuum", stages=[], drawing={"lanes": ["Prison"], "bars": [bar], "width": 7, "height": 500})
    assert '<rect x="0" y="16" width="2" height="68"/>' in html
    shown = [tag for tag in re.findall(r"<(?:svg|div|p)[^>]*>", html) if "continuum" not in tag]
    assert [tag for tag in shown if "aria-hidden" not in tag and "key__bar" not in tag] == []


def test_result_counts_stages_and_languages() -> None:
    item = {
        "title": "A <plan>",
        "url": "/x/",
        "type_label": "Good practice",
        "is_sample": True,
        "summary": "Two lines.",
        "beneficiaries": ["Albania", "Serbia"],
        "stages": ["Release", "Pre-release"],
        "evidence_label": "Evaluated",
        "languages": [ENGLISH, ALBANIAN],
        "date": date(2026, 12, 4),
        "outdated_review": True,
    }
    html = render("result", item=item)
    assert "A &lt;plan&gt;" in html
    assert '<time datetime="2026-12-04">' in html
    before, after = words(html).split("Evaluated")
    assert before == "Good practice Sample A &lt;plan&gt; Two lines. Albania, Serbia 2 stages "
    assert after.startswith(" English , Shqip ")
    assert after.endswith(" Review overdue")


def test_one_stage_is_named_and_many_languages_are_counted() -> None:
    item = {"title": "T", "url": "/", "type_label": "Standard", "stages": ["Release"], "languages": [ENGLISH] * 3}
    assert words(render("result", item=item)) == "Standard T Stage: Release 3 languages"


def test_language_notice_says_what_is_shown_and_what_exists() -> None:
    notice = {
        "wanted": ALBANIAN,
        "shown": ENGLISH,
        "overview": {"headline": "Tryezë.", "summary": "Çdo tre muaj."},
        "available": [{"language": ENGLISH, "url": "/en/x/", "current": True}],
    }
    html = render("language_notice", notice=notice)
    assert '<a href="/en/x/" lang="en" hreflang="en" aria-current="true" translate="no">English</a>' in html
    assert words(html) == (
        "This page is not yet available in your language You are reading it in the nearest language that exists: "
        "English . The title and the summary are ready in your language: Tryezë. Çdo tre muaj. Available in: English"
    )


def test_language_switch_marks_the_current_and_the_missing() -> None:
    links = [
        {"language": ENGLISH, "url": "/en/", "current": True, "ready": True},
        {"language": ALBANIAN, "url": "/sq/", "current": False, "ready": False},
    ]
    html = render("language_switch", reader=SimpleNamespace(language=ENGLISH), links=links)
    assert html.count('aria-current="true"') == 1
    assert words(html[html.index("<nav") :]) == "English Shqip (not yet translated)"


def test_pagination_of_one_page_is_nothing() -> None:
    assert render("pagination", page={"pages": [{"number": 1, "url": "?", "current": True}]}) == ""


def test_pagination_with_a_gap() -> None:
    pages = [
        {"number": 1, "url": "?page=1", "current": False},
        {"number": None, "url": "", "current": False},
        {"number": 9, "url": "?page=9", "current": True},
    ]
    html = render("pagination", page={"pages": pages, "previous_url": "?page=8", "next_url": ""})
    assert words(html) == "Previous Page 1 … Page 9"
    assert re.findall(r'href="([^"]+)"', html) == ["?page=8", "?page=1", "?page=9"]


def test_scale_says_the_step_in_words() -> None:
    html = render("scale", level=2, label="Monitored")
    assert words(html) == "Monitored step 2 of 4"
    assert html.count('class="on"') == 2


def test_glance_row_without_a_value_is_left_out() -> None:
    assert render("glance_row", label="Adopted", text="") == ""
    assert words(render("glance_row", label="Adopted", text="2006")) == "Adopted 2006"


def test_attachment_tells_type_pages_size_and_language() -> None:
    file = {
        "title": "Release file",
        "url": "/f/",
        "type_label": "PDF",
        "size": 112_640,
        "pages": 3,
        "language_name": "English",
        "language_lang": "en",
    }
    html = render("attachment", file=file)
    assert words(html).replace("\xa0", " ") == "Release file PDF, 3 pages, 110.0 KB, English"
    assert 'hreflang="en"' in html


def test_footer_leaves_an_empty_place_for_the_status_footnote() -> None:
    html = render("footer", has_sample=False, canonical_url="https://example.org/en/")
    assert html.count("<div data-status-note hidden></div>") == 1
    assert "Sample content" not in html


def test_unconfirmed_number_shows_only_where_it_is_set() -> None:
    part = {"number": "33.7", "anchor": "rule-33-7", "heading": "Documents", "text": "Steps are taken."}
    assert words(render("rule", part=part)) == "33.7 Documents Steps are taken."
    assert words(render("rule", part={**part, "unconfirmed": True})) == (
        "33.7 Documents Number not confirmed Steps are taken."
    )
