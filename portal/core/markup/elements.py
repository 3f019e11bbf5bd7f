"""What HTML says about its elements: which have no end, which hold raw text, which end by themselves.

Source: the HTML standard, sections "Void elements", "Raw text elements" and "Tree construction" (in body, in table,
in select). Modelled as far as it decides in which element a text stands; the repair of misnested formatting
(`<b><p></b>`) is left out.
"""


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")

#: Everything up to the end tag is one text, whatever it looks like.
RAW_TEXT = _names("script style textarea title xmp iframe noembed noframes plaintext")

#: Not prose: computer text, and what a person is typing.
VERBATIM = _names("script style textarea code pre kbd samp xmp iframe noembed noframes plaintext")

#: Elements within a line: words go on across their tags.
INLINE = _names(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong "
    "sub sup time tt u var wbr tspan"
)

#: Elements of SVG and MathML in which HTML goes on.
INTEGRATION_POINTS = _names("foreignobject desc title annotation-xml mi mo mn ms mtext")

_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")

_CLOSES_P = _HEADINGS | _names(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer "
    "form header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp"
)

_SCOPE = _names("applet caption html table td th marquee object select template foreignobject desc annotation-xml")
_TABLE_SCOPE = _names("html table template")
_TABLE_PARTS = _names("table caption colgroup tbody thead tfoot tr td th")

_SPECIAL = (
    _CLOSES_P
    | _SCOPE
    | VOID
    | _TABLE_PARTS
    | _names("body button frameset head iframe noembed noframes noscript script style textarea title")
)
_ITEM_BARRIERS = _SPECIAL - _names("address div p li dt dd")

#: Start tag: (elements that it ends, elements that it does not look beyond).
_ENDS_BEFORE: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _ITEM_BARRIERS | {"dt", "dd"}),
    "dt": (frozenset({"dt", "dd"}), _ITEM_BARRIERS | {"li"}),
    "dd": (frozenset({"dt", "dd"}), _ITEM_BARRIERS | {"li"}),
    "option": (frozenset({"option"}), _SCOPE | {"datalist", "optgroup"}),
    "optgroup": (frozenset({"option", "optgroup"}), _SCOPE | {"datalist"}),
    "td": (frozenset({"td", "th"}), _TABLE_SCOPE | {"tr"}),
    "th": (frozenset({"td", "th"}), _TABLE_SCOPE | {"tr"}),
    "tr": (frozenset({"tr", "td", "th", "caption", "colgroup"}), _TABLE_SCOPE | {"tbody", "thead", "tfoot"}),
    "rt": (frozenset({"rt", "rp", "rb"}), _SCOPE | {"ruby"}),
    "rp": (frozenset({"rt", "rp", "rb"}), _SCOPE | {"ruby"}),
    "rb": (frozenset({"rt", "rp", "rb"}), _SCOPE | {"ruby"}),
    "button": (frozenset({"button"}), _SCOPE),
    "body": (frozenset({"head"}), frozenset({"html"})),
}
_TABLE_GROUPS = _names("tbody thead tfoot caption colgroup")
for _group in _TABLE_GROUPS:
    _ENDS_BEFORE[_group] = (_TABLE_GROUPS | {"tr", "td", "th"}, _TABLE_SCOPE)

_P = frozenset({"p"})
_BUTTON_SCOPE = _SCOPE | {"button"}


def _cut(open_names: list[str], depth: int, ended: frozenset[str], barriers: frozenset[str]) -> int:
    index = depth - 1
    while index >= 0:
        name = open_names[index]
        if name in ended:
            depth = index
        elif name in barriers:
            break
        index -= 1
    return depth


def depth_before_start(name: str, open_names: list[str]) -> int:
    """How many of the open elements are still open when a start tag `name` comes."""
    depth = len(open_names)
    rule = _ENDS_BEFORE.get(name)
    if rule is not None:
        depth = _cut(open_names, depth, *rule)
    if name in _CLOSES_P:
        depth = _cut(open_names, depth, _P, _BUTTON_SCOPE)
        if name in _HEADINGS and depth and open_names[depth - 1] in _HEADINGS:
            depth -= 1
    return depth


def depth_after_end(name: str, open_names: list[str]) -> int:
    """How many of the open elements stay open when an end tag `name` comes; all when it belongs to none of them."""
    depth = len(open_names)
    if name in {"body", "html"}:
        return depth  # what follows still belongs to the body
    if name in _TABLE_PARTS:
        barriers = _TABLE_SCOPE
    elif name == "li":
        barriers = _SCOPE | {"ol", "ul", "menu"}
    elif name == "p":
        barriers = _BUTTON_SCOPE
    elif name in _SPECIAL or name in _FORMATTING:
        barriers = _SCOPE
    else:
        barriers = _SPECIAL
    wanted = _HEADINGS if name in _HEADINGS else (name,)
    for index in range(depth - 1, -1, -1):
        if open_names[index] in wanted:
            return index
        if open_names[index] in barriers:
            break
    return depth
