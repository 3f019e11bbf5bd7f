"""The article of a page as it stands in a pack: what is read, of known elements and attributes and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag
from django.utils.safestring import SafeString, mark_safe

from portal.core.pdf.content import is_left_out
from portal.core.status_note.runs import EXEMPTING_ATTRIBUTE
from search.offline_pack.links import Target

#: Everything else is either no text, and goes with what is in it, or leaves the text that is in it.
_KEPT = (
    {"article", "section", "header", "aside", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "hr", "blockquote", "pre"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "details", "summary", "address"}
    | {"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"}
    | {"a", "span", "strong", "b", "em", "i", "u", "s", "small", "mark", "cite", "q", "abbr", "dfn", "code", "kbd"}
    | {"sub", "sup", "time", "del", "ins", "br"}
)
_NO_TEXT = (
    {"audio", "video", "source", "track", "canvas", "math", "map", "object", "embed", "applet", "param", "iframe"}
    | {"frame", "frameset", "head", "title", "base", "link", "meta", "noscript"}
    | {"select", "option", "datalist", "textarea", "progress"}
)
_ATTRIBUTES = frozenset({"id", "class", "lang", "dir", "translate", "aria-label", EXEMPTING_ATTRIBUTE})
_OWN_ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "col": {"span"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "time": {"datetime"},
}


@dataclass(frozen=True, slots=True)
class Article:
    """`html` and `notes` are markup; all other texts plain, as they are before the exit.

    `lang` is that of title and summary, "" where it is the language of the page around them; `everything` is all that
    is said, the text and what stands beside it.
    """

    html: SafeString
    notes: SafeString
    title: str
    summary: str
    lang: str
    text: str
    everything: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a pack says of links and pictures: where a link leads, where a picture lies; None for what is left out.

    `online` is said of a link that needs the internet, in `lang`, for those who do not see its sign.
    """

    target: Callable[[str], Target | None]
    picture: Callable[[str], str | None]
    online: str
    lang: str


def read_article(html: str, around: Surroundings) -> Article:
    """What the template of a page shows between the header and the footer of the site."""
    parsed = BeautifulSoup(html, "html.parser")
    found = parsed.select_one("main article") or parsed.select_one("main")
    if found is None:
        raise ValueError("A page has no article.")
    notes = [note for note in parsed.select(".page-notes > :not(.print-only)") if not is_left_out(note)]
    for part in (found, *notes):
        _clean(part, around)
    title, lead = found.find("h1"), found.find(class_="lead")
    return Article(
        # Nothing is left in them but elements and attributes from the lists above.
        html=mark_safe(str(found)),  # noqa: S308
        notes=mark_safe("".join(map(str, notes))),  # noqa: S308
        title=_text(title),
        summary=_text(lead),
        lang=str(title.get("lang") or "") if isinstance(title, Tag) else "",
        text=_text(found.find(class_="reading__text"), " "),
        everything=_text(found, " "),
    )


def _clean(part: Tag, around: Surroundings) -> None:
    for comment in part.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()
    for tag in [part, *part.find_all(True)]:
        if tag.decomposed:
            continue
        if tag is not part and (is_left_out(tag) or tag.name in _NO_TEXT):
            tag.decompose()
        elif tag is not part and tag.name not in _KEPT:
            tag.unwrap()
        else:
            allowed = _ATTRIBUTES | _OWN_ATTRIBUTES.get(tag.name, set())
            tag.attrs = {name: value for name, value in tag.attrs.items() if name in allowed}
            if tag.name == "a":
                _lead(tag, around)
            elif tag.name == "img":
                _show(tag, around)
    _drop_dead_ends(part)


def _lead(link: Tag, around: Surroundings) -> None:
    found = around.target(str(link.get("href", "")))
    if found is None:
        link.unwrap()
        return
    link["href"] = found.href
    if found.is_online:
        link["class"] = " ".join([*filter(None, link.get_attribute_list("class")), "online"])
        link["rel"] = "noreferrer"
        told = Tag(name="span", attrs={"class": "hidden", "lang": around.lang})
        told.string = f" ({around.online})"
        link.insert_after(told)


def _show(image: Tag, around: Surroundings) -> None:
    place = around.picture(str(image.get("src", "")))
    if place is None:
        image.decompose()
    else:
        image["src"] = place


def _drop_dead_ends(part: Tag) -> None:
    """Links to places on the page that are not in the pack, such as a list of contents."""
    places = {str(tag["id"]) for tag in part.find_all(id=True)} | {str(part.get("id", "")), ""}
    for link in part.select('a[href^="#"]'):
        if str(link["href"])[1:] not in places:
            link.unwrap()


def _text(tag: object, between: str = "") -> str:
    return " ".join(tag.get_text(between).split()) if isinstance(tag, Tag) else ""
