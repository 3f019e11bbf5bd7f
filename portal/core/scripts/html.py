"""The exit for HTML: Serbian text leaves in Latin script wherever it is marked `lang="sr-Latn"`.

The nearest `lang` decides, so one document can hold Macedonian beside it untouched. Left alone besides: scripts,
styles, code, what a person typed into a form, `translate="no"`, comments, and attributes that are not read by people.
"""

import re
from collections.abc import Iterable, Iterator

from portal.core.markup.addresses import ADDRESS_HINT
from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.elements import INLINE
from portal.core.markup.references import decode_cyrillic, encode_text
from portal.core.markup.scanner import Attribute, Context, Piece, attributes_of, scan_html
from portal.core.scripts.latin_elements import latin_elements
from portal.core.scripts.serbian import CYRILLIC, WORD_GOES_ON, to_latin

_LATIN_SUFFIX = re.compile("-[Ll][Aa][Tt][Nn]")
_LATIN_LANGUAGE = re.compile(r"""(?<![\w-])lang\s*=\s*["']?\s*sr$""", re.IGNORECASE)
# A tag whose text keeps its script: the names of the languages in the language switch.
_KEPT = re.compile(r"""<[A-Za-z]+(?=[^<>]*\stranslate="no"[\s>])(?:\s+[\w-]+="[^"<>]*")+>""")
_MAY_BE_TRANSLATED = re.compile(r"""[\s"'/]translate(?![\w-])(?!="no")""", re.IGNORECASE)
_CYRILLIC_REFERENCE = re.compile("&(?:#|[A-Za-z]+cy)")

#: Attributes whose value a person reads or hears, on any element.
_READ_ATTRIBUTES = frozenset(
    {"title", "alt", "placeholder", "data-label"}
    | {"aria-label", "aria-description", "aria-roledescription", "aria-valuetext"}
)
#: Attributes that are read only on some elements.
_READ_ON = {"option": "label", "optgroup": "label", "track": "label"}
_READ_META = frozenset(
    {"description", "application-name", "og:title", "og:description", "og:site_name", "og:image:alt"}
    | {"twitter:title", "twitter:description", "twitter:image:alt"}
)
_BUTTON_TYPES = frozenset({"submit", "button", "reset"})

# A bare "<" or "&" before a Cyrillic letter is text; before the Latin one it could begin a tag or a reference.
_BARE = re.compile("<(?=/?[A-Za-z]*[\u0400-\u04ff])|&(?=[A-Za-z0-9]*[\u0400-\u04ff])")

# Texts are converted together, which is several times faster than one by one. Both marks are white space to a regular
# expression, so no address goes on over them, and neither is allowed in HTML.
_APART = "\x1e"
_MARKS = re.compile(f"[{_APART}{WORD_GOES_ON}]")


def latinise_html(html: str, *, language: str = "") -> str:
    """The page with all text in the language `sr-Latn` in Latin letters, and otherwise the same to the byte.

    `language` (BCP 47) holds for a fragment where it says nothing itself.
    """
    if not (_speaks_of_latin_serbian(html) or _LATIN_SUFFIX.search(language)) or not _may_have_cyrillic(html):
        return html
    return apply_edits(html, latin_edits(html, language=language))


def latin_edits(html: str, *, language: str = "") -> list[Edit]:
    """The edits that `latinise_html` makes, in order."""
    elements = None if language else latin_elements(html)
    pieces = [scan_html(html, lang=language)] if elements is None else elements
    found = [one for some in pieces for one in _read_texts(html, some)]
    places, marks = [place for place, _mark in found], [mark for _place, mark in found]
    texts = [html[start:end] for start, end in places]
    return [
        Edit(start, end, latin)
        for (start, end), text, latin in zip(places, texts, _all_to_latin(texts, marks), strict=True)
        if latin != text
    ]


def _read_texts(html: str, pieces: Iterable[Piece]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where something in that language stands, each with the mark that says whether a word goes on in it."""
    mark = _APART
    for piece in pieces:
        kind, start, end, name, context = piece
        if kind == "start" or kind == "end":
            if name not in INLINE:
                mark = _APART
            if kind == "start" and end - start > len(name) + 2 and is_latin_serbian(context):
                for attribute in _read_attributes(html, piece):
                    yield (attribute.start, attribute.end), _APART
                    mark = _APART
        elif context.verbatim or not is_latin_serbian(context):
            mark = _APART
        else:
            yield (start, end), mark
            mark = WORD_GOES_ON


def is_latin_serbian(context: Context) -> bool:
    """Whether text in this place is Serbian to be read in Latin script."""
    return context.translate and (context.lang == "sr-latn" or context.lang.startswith("sr-latn-"))


def _speaks_of_latin_serbian(html: str) -> bool:
    """Whether some element has that language; a link with `hreflang` or an address of it is not enough.

    An element that is not to be translated does not count, unless something within it might be.
    """
    only_kept = _MAY_BE_TRANSLATED.search(html) is None
    return any(
        _LATIN_LANGUAGE.search(html, max(0, found.start() - 60), found.start())
        and not (only_kept and _KEPT.match(html, html.rfind("<", 0, found.start())))
        for found in _LATIN_SUFFIX.finditer(html)
    )


def _may_have_cyrillic(markup: str) -> bool:
    if _CYRILLIC_REFERENCE.search(markup):
        return True
    return not markup.isascii() and CYRILLIC.search(markup) is not None


def _all_to_latin(texts: list[str], marks: list[str]) -> list[str]:
    """Each text in Latin letters. `marks` say whether it goes on in the word that ends the text before it."""
    letters = [_safe_letters(text) if "&" in text or "<" in text else text for text in texts]
    addressed = [ADDRESS_HINT.search(text) is not None for text in letters]
    # An address is found in its own text only, and most texts have none.
    together = "".join(
        mark if alone else mark + text for mark, text, alone in zip(marks, letters, addressed, strict=True)
    )
    converted = _MARKS.split(to_latin(together))[1:]
    if len(converted) != len(texts):
        return [to_latin(text) for text in letters]  # the page had such marks itself
    return [
        to_latin(text) if alone else latin for text, latin, alone in zip(letters, converted, addressed, strict=True)
    ]


def _safe_letters(markup: str) -> str:
    """Markup of a text with letters for the references to them, and nothing in it that could become a tag."""
    return _BARE.sub(lambda bare: encode_text(bare.group()), decode_cyrillic(markup))


def _read_attributes(html: str, tag: Piece) -> Iterator[Attribute]:
    """The attributes of a start tag whose values people read, as far as they may hold Cyrillic."""
    if not _may_have_cyrillic(html[tag.start : tag.end]):
        return
    attributes = list(attributes_of(html, tag))
    read = _READ_ATTRIBUTES
    if tag.name in _READ_ON:
        read = read | {_READ_ON[tag.name]}
    elif tag.name in ("input", "meta"):
        values = {attribute.name: html[attribute.start : attribute.end].lower() for attribute in attributes}
        if tag.name == "input" and values.get("type") in _BUTTON_TYPES:
            read = read | {"value"}
        elif tag.name == "meta" and (values.get("name") or values.get("property")) in _READ_META:
            read = read | {"content"}
    for attribute in attributes:
        if attribute.name in read:
            yield attribute
