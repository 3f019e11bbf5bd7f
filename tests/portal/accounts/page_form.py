"""The form of a page in the admin, as a browser would send it."""

from html.parser import HTMLParser

from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield


class FormValues(HTMLParser):
    """What a browser would send of the form of a page as it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._area = self._select = ""
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self._inside = given.get("id") == "page-edit-form"
        name = given.get("name")
        if not self._inside:
            return
        if tag == "input" and name and given.get("type") not in {"submit", "file"}:
            if given.get("type") not in {"checkbox", "radio"} or "checked" in given:
                self.values[name] = given.get("value") or ""
        elif tag == "textarea" and name:
            self._area = name
            self.values[name] = ""
        elif tag == "select":
            self._select = name or ""
        elif tag == "option" and self._select and "selected" in given:
            self.values[self._select] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._inside = False

    def handle_data(self, data):
        if self._area:
            self.values[self._area] += data


def block_values(page, form):
    """What the editor's script would add: the texts made of blocks, here one paragraph or one step each."""
    blocks = {
        "body": [("paragraph", rich_text("<p>Text</p>"))],
        "steps": [("step", {"title": "Step", "text": rich_text("<p>Text</p>")})],
    }
    streams = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return nested_form_data(
        {name: streamfield(blocks.get(name.partition("_")[0], [])) for name in streams if name in form.fields}
    )
