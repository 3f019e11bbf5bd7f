"""BibTeX, as LaTeX and most reference managers read it; letters in UTF-8."""

from __future__ import annotations

import re

from portal.core.citing.citation import Citation

BIBTEX_TYPE = "application/x-bibtex"

#: What means something to LaTeX. Braces are counted by BibTeX whatever stands before them, so they go by name.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9-]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(citation: Citation) -> str:
    """One entry. Author and title keep their capitals; an author is an institution, never a first and a last name."""
    month = citation.day[5:7]
    fields = {
        "author": f"{{{_text(citation.author)}}}" if citation.author else "",
        "title": f"{{{_text(citation.title)}}}",
        "year": citation.year,
        "howpublished": _text(", ".join(filter(None, (citation.kind, citation.number)))),
        "url": citation.address.translate(_IN_ADDRESSES),
        "language": citation.lang,
        "note": _text(". ".join(citation.notes)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if month:
        lines.append(f"  month = {_MONTHS[int(month) - 1]},")
    return "\n".join([f"@misc{{{_key(citation.key)},", *lines, "}", ""])


def _text(text: str) -> str:
    return text.translate(_SPECIAL)


def _key(key: str) -> str:
    """The portal's own name before it, so that it meets no other entry in somebody's bibliography."""
    return f"continuum-{_NOT_IN_KEYS.sub('-', key).strip('-')}"
