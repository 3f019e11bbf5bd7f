"""Every text marked for translation is found, in Python and in templates."""

import pytest

from portal.core.catalogues.extract import Message, find_messages, messages_of_python, messages_of_template


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("Library")', [Message("Library")]),
        ('gettext_lazy("One" " text")', [Message("One text")]),
        ('translation.gettext("Qualified")', [Message("Qualified")]),
        ('ngettext("%(n)s page", "%(n)s pages", n)', [Message("%(n)s page", plural="%(n)s pages")]),
        ('pgettext("month", "May")', [Message("May", context="month")]),
        ('f(_("outer %s") % _("inner"))', [Message("outer %s"), Message("inner")]),
        ("_(variable)", []),
        ('_(f"{x}")', []),
        ("_(1)", []),
        ('other("Not marked")', []),
    ],
)
def test_python(source, found):
    assert set(messages_of_python(source)) == set(found)


LOAD = "{% load i18n %}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{% translate "Search" %}', [Message("Search")]),
        ('{% translate "Search" as label %}', [Message("Search")]),
        ('{% trans "May" context "month" %}', [Message("May", context="month")]),
        ('{% translate "100 %" %}', [Message("100 %%")]),
        ("{% translate variable %}", []),
        ('{{ title|default:_("Untitled") }}', [Message("Untitled")]),
        ('{% if x %}{% translate "In" %}{% else %}{% translate "Out" %}{% endif %}', [Message("In"), Message("Out")]),
        (
            '{% for x in y %}{{ _("Row") }}{% empty %}{% translate "None" %}{% endfor %}',
            [Message("Row"), Message("None")],
        ),
        ('{% with label=_("Label") %}{% endwith %}', [Message("Label")]),
        ('{% include "x.html" with label=_("Included") only %}', [Message("Included")]),
        ('{% if kind == _("Compared") %}{% endif %}', [Message("Compared")]),
        ("{% blocktranslate %}Page {{ n }}{% endblocktranslate %}", [Message("Page %(n)s")]),
        (
            "{% blocktranslate trimmed with a=b|lower %}\n  Two {{ a }}\n  lines\n{% endblocktranslate %}",
            [Message("Two %(a)s lines")],
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}",
            [Message("%(n)s page", plural="%(n)s pages")],
        ),
        (
            '{% blocktranslate context "verb" %}Open{% endblocktranslate %}',
            [Message("Open", context="verb")],
        ),
        ("<p>Not marked</p>", []),
    ],
)
def test_templates(source, found):
    assert set(messages_of_template(LOAD + source)) == set(found)


def test_blocks_of_a_template_that_extends_are_searched():
    source = '{% extends "base.html" %}' + LOAD + '{% block title %}{% translate "Title" %}{% endblock %}'
    assert set(messages_of_template(source)) == {Message("Title")}


def test_files_of_the_product_are_named_and_migrations_left_out(tmp_path):
    for path, text in {
        "practices/models/a.py": '_("Good practice")',
        "practices/migrations/0001_initial.py": '_("Old name")',
        "practices/templates/practices/a.html": LOAD + '{% translate "Good practice" %}',
        "search/notes.txt": LOAD + '{% translate "Not a template" %}',
        "tests/test_a.py": '_("Test")',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert find_messages(tmp_path) == {
        Message("Good practice"): {"practices/models/a.py", "practices/templates/practices/a.html"}
    }
