"""Fields by which lists are narrowed."""

from portal.core.pages.narrowing import filter_field


def test_names_of_languages_are_marked_as_being_in_them_and_nothing_else_is():
    languages = filter_field("language", "Languages spoken", [("sq", "Shqip"), ("sr", "Српски")], "sr")
    assert languages["options"] == [("sq", "Shqip", False, "sq"), ("sr", "Српски", True, "sr-Cyrl")]
    assert languages["chosen"] == "sr"
    topics = filter_field("topic", "Priority area", [("sr", "Release")], "")
    assert topics["options"] == [("sr", "Release", False, "")]
