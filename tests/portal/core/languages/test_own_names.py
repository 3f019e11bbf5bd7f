"""Languages by their own names beside boxes to tick."""

from portal.core.languages.catalogue import content_language
from portal.core.languages.own_names import boxes_by_own_name


def test_a_name_is_in_its_language_and_stays_in_its_script():
    assert boxes_by_own_name([content_language("mk")]) == [("mk", '<span lang="mk" translate="no">Македонски</span>')]
