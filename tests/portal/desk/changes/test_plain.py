"""A text as lines, whichever way it is stored."""

from portal.desk.changes.plain import plain_lines
from portal.desk.units.unit import Kind, Unit


def test_rich_text_is_lines():
    markup = (
        '<h2>Head</h2><p>One <b>bold</b> <a linktype="page" id="7">link</a><br/>two &lt;b&gt;</p><ul><li>a</li></ul>'
    )
    unit = Unit("key", "label", Kind.RICH, markup)
    assert plain_lines(unit) == "Head\nOne bold link [page 7]\ntwo <b>\n• a"
    assert plain_lines(Unit("key", "label", Kind.LINE, "a < b")) == "a < b"
