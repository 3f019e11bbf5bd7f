"""A page text by text: the same texts, keys and blocks for everything that translates."""

import pytest
from django.core.exceptions import ValidationError

from portal.desk.units.page import UnknownText, leftovers, text_fields, units_of, write_units
from portal.desk.units.unit import Kind
from portal.website.models import PlainPage
from practices.models import GoodPractice, Methodology

pytestmark = pytest.mark.django_db


def practice(**fields):
    return GoodPractice(source_language="en", **fields)


def step(number, title, text=""):
    return {"type": "step", "id": f"s{number}", "value": {"title": title, "text": text}}


def steps(*items):
    """A stream as the database has it."""
    return GoodPractice._meta.get_field("steps").stream_block.to_python(list(items))


def shown(page, code="sq"):
    return [(unit.key, unit.source, unit.target) for unit in units_of(page, code)]


def blocks(stream):
    return [(item["type"], item["id"], item["value"]) for item in stream.get_prep_value()]


def test_fields_of_text_and_nothing_about_a_language():
    assert text_fields(GoodPractice) == (
        "headline",
        "summary",
        "context",
        "setting",
        "steps",
        "mechanism",
        "resources",
        "results",
        "lessons_learned",
        "transferability",
        "contact_role",
    )


def test_texts_of_the_source_with_what_translates_them():
    page = practice(
        headline_en="Leave planning",
        headline_sq="Planifikimi i lejes",
        context_en="<p>Why</p>",
        steps_en=steps(step(1, "Ask", "<p>Everybody</p>"), step(2, "Decide")),
    )
    assert shown(page) == [
        ("headline", "Leave planning", "Planifikimi i lejes"),
        ("context", "<p>Why</p>", ""),
        ("steps/s1/title", "Ask", ""),
        ("steps/s1/text", "<p>Everybody</p>", ""),
        ("steps/s2/title", "Decide", ""),
    ]


def test_a_text_says_how_it_is_written_and_what_fits():
    page = practice(headline_en="A", summary_en="B", context_en="<p>C</p>", steps_en=steps(step(1, "D", "<p>E</p>")))
    assert [(unit.key, unit.label, unit.kind, unit.max_length) for unit in units_of(page, "sq")] == [
        ("headline", "Title", Kind.LINE, 255),
        ("summary", "Summary", Kind.LINES, None),
        ("context", "Context", Kind.RICH, None),
        ("steps/s1/title", "What was done 1: Step", Kind.LINE, 200),
        ("steps/s1/text", "What was done 1: What was done", Kind.RICH, None),
    ]


def test_what_is_written_in_the_translation_alone_is_not_hidden():
    assert shown(practice(setting_sq="Burg")) == [("setting", "", "Burg")]


def test_blocks_translated_here_are_found_wherever_they_were_moved():
    page = practice(
        steps_en=steps(step(2, "Second"), step(1, "First")), steps_sq=steps(step(1, "E para"), step(2, "E dyta"))
    )
    assert shown(page) == [("steps/s2/title", "Second", "E dyta"), ("steps/s1/title", "First", "E para")]


def test_blocks_of_the_edit_form_are_taken_in_their_order():
    page = practice(
        steps_en=steps(step(1, "First"), step(2, "Second")), steps_sq=steps(step("x", "E para"), step("y", "E dyta"))
    )
    assert shown(page) == [("steps/s1/title", "First", "E para"), ("steps/s2/title", "Second", "E dyta")]


def test_blocks_are_aligned_type_by_type():
    stream = PlainPage._meta.get_field("body").stream_block.to_python
    page = PlainPage(
        source_language="en",
        body_en=stream(
            [
                {"type": "quote", "id": "q", "value": {"text": "Said", "source": ""}},
                {"type": "paragraph", "id": "p", "value": "<p>Text</p>"},
            ]
        ),
        body_sq=stream([{"type": "paragraph", "id": "z", "value": "<p>Tekst</p>"}]),
    )
    assert shown(page) == [("body/q/text", "Said", ""), ("body/p", "<p>Text</p>", "<p>Tekst</p>")]


def test_writing_touches_what_is_named_and_nothing_else():
    page = practice(headline_en="A", headline_sq="Ё", context_en="<p>C</p>", headline_mk="М")
    write_units(page, "sq", {"context": "<p>K</p>"})
    assert (page.headline_sq, page.context_sq, page.headline_mk, page.context_mk) == ("Ё", "<p>K</p>", "М", None)


def test_a_stream_grows_text_by_text_in_the_order_of_the_source():
    page = practice(steps_en=steps(step(1, "Ask", "<p>All</p>"), step(2, "Decide"), step(3, "Tell")))
    write_units(page, "sq", {"steps/s3/title": "Thuaj"})
    assert blocks(page.steps_sq) == [("step", "s3", {"title": "Thuaj", "text": ""})]
    write_units(page, "sq", {"steps/s1/text": "<p>Të gjithë</p>"})
    assert blocks(page.steps_sq) == [
        ("step", "s1", {"title": "", "text": "<p>Të gjithë</p>"}),
        ("step", "s3", {"title": "Thuaj", "text": ""}),
    ]


def test_what_is_no_text_comes_from_the_source_and_stays_when_changed():
    block = Methodology._meta.get_field("sessions").stream_block
    session = {"type": "session", "id": "a", "value": {"title": "One", "content": "", "minutes": 45}}
    page = Methodology(source_language="en", sessions_en=block.to_python([session]))
    write_units(page, "mk", {"sessions/a/title": "Прва"})
    assert blocks(page.sessions_mk) == [("session", "a", {"title": "Прва", "content": "", "minutes": 45})]
    page.sessions_mk = block.to_python(
        [{"type": "session", "id": "own", "value": {"title": "", "content": "", "minutes": 60}}]
    )
    write_units(page, "mk", {"sessions/a/title": "Прва"})
    assert blocks(page.sessions_mk) == [("session", "a", {"title": "Прва", "content": "", "minutes": 60})]


def test_a_block_without_text_comes_along_with_the_first_translation():
    stream = PlainPage._meta.get_field("body").stream_block.to_python
    source = [{"type": "paragraph", "id": "p", "value": "<p>Text</p>"}, {"type": "file", "id": "f", "value": 7}]
    page = PlainPage(source_language="en", body_en=stream(source))
    write_units(page, "sq", {"body/p": ""})
    assert blocks(page.body_sq) == []
    write_units(page, "sq", {"body/p": "<p>Tekst</p>"})
    assert [(kind, key) for kind, key, _value in blocks(page.body_sq)] == [("paragraph", "p"), ("file", "f")]


def test_blocks_of_the_translation_alone_are_counted_and_kept():
    page = practice(steps_en=steps(step(1, "One")), steps_sq=steps(step("x", "Një"), step("y", "Dy"), step("z", "Tre")))
    assert leftovers(page, "sq") == {"steps": 2}
    write_units(page, "sq", {"steps/s1/title": "Një!"})
    assert [(key, value["title"]) for _kind, key, value in blocks(page.steps_sq)] == [
        ("s1", "Një!"),
        ("sy", "Dy"),
        ("sz", "Tre"),
    ]


def test_a_key_that_is_gone_is_refused_before_anything_changes():
    page = practice(headline_en="A", steps_en=steps(step(1, "One")))
    with pytest.raises(UnknownText) as refused:
        write_units(page, "sq", {"headline": "B", "steps/s9/title": "Nëntë"})
    assert refused.value.args == ("steps/s9/title",)
    assert page.headline_sq is None


def test_a_text_that_does_not_fit_is_refused_before_anything_changes():
    page = practice(headline_en="A", setting_en="S")
    with pytest.raises(ValidationError) as refused:
        write_units(page, "sq", {"setting": "Burg", "headline": "x" * 256})
    assert refused.value.messages == ["At most 255 characters fit here; this text has 256."]
    assert page.setting_sq is None


def test_rich_text_keeps_what_its_editor_could_have_written_and_nothing_else():
    page = practice(context_en="<p>C</p>", headline_en="A")
    write_units(
        page,
        "sq",
        {
            "context": '<p onclick="x()">Një <b>dy</b><script>alert(1)</script> <a href="javascript:x()">tre</a></p>',
            "headline": "  Një\n dy ",
        },
    )
    assert page.context_sq == "<p>Një <b>dy</b>alert(1) <a>tre</a></p>"
    assert page.headline_sq == "Një dy"
