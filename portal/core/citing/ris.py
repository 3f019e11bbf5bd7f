"""RIS, which EndNote, Zotero, Mendeley and libraries read. Lines end as the format wants it, letters are in UTF-8."""

from __future__ import annotations

from portal.core.citing.citation import Citation

RIS_TYPE = "application/x-research-info-systems"

#: A page of the portal; an instrument or reference document of an international body.
_PAGE, _INSTRUMENT = "ELEC", "GOVDOC"


def ris(citation: Citation) -> str:
    """One entry. An author without a comma is an institution."""
    year, month, day = (*citation.day.split("-"), "", "")[:3]
    lines = [
        ("TY", _INSTRUMENT if citation.is_instrument else _PAGE),
        ("AU", citation.author.replace(",", "")),
        ("TI", citation.title),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("PB", citation.author),
        ("M3", citation.kind),
        ("M1", citation.number),
        ("LA", citation.lang),
        ("UR", citation.address),
        *(("N1", note) for note in citation.notes),
    ]
    return "".join(f"{tag}  - {text}\r\n" for tag, text in (*((tag, text) for tag, text in lines if text), ("ER", "")))
