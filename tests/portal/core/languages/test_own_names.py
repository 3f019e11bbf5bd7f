"""Languages by their own names beside boxes to tick, and to choose one."""

from portal.core.languages.catalogue import content_language
from portal.core.languages.own_names import OwnNamesSelect, boxes_by_own_name


def test_a_name_is_in_its_language_and_stays_in_its_script():
    assert boxes_by_own_name([content_language("mk")]) == [("mk", '<span lang="mk" translate="no">Македонски</span>')]


def test_so_is_one_among_choices():
    widget = OwnNamesSelect(choices=[("", "None"), ("sr", "Српски")])
    assert '<option value="sr" lang="sr-Cyrl" translate="no">Српски</option>' in widget.render("language", None)
    assert '<option value="" selected>None</option>' in widget.render("language", "")
