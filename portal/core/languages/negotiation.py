"""What a browser's Accept-Language header asks for, in terms of the seven renderings.

Rules, where the header names something that the portal does not have as such:
- `sr-ME` is Montenegrin (`cnr`) unless Cyrillic is asked for; `sr-Latn` elsewhere asks for the Latin rendering;
- `hr` goes to Bosnian, the nearest in Latin script; `sh` to Serbian in Latin script;
- `bs-Cyrl` readers read Serbian Cyrillic.
"""

from django.utils.translation.trans_real import parse_accept_lang_header

from portal.core.languages.catalogue import BY_CODE, Language


def rendering_for_tag(tag: str) -> Language | None:
    """The rendering that serves a BCP 47 tag, or None."""
    subtags = tag.lower().replace("_", "-").split("-")
    primary, rest = subtags[0], set(subtags[1:])
    code: str | None = primary
    if primary == "sr":
        if "me" in rest and "cyrl" not in rest:
            code = "cnr"
        elif "latn" in rest:
            code = "sr-latn"
    elif primary == "sh":
        code = "sr" if "cyrl" in rest else "sr-latn"
    elif primary == "hr":
        code = "bs"
    elif primary == "bs" and "cyrl" in rest:
        code = "sr"
    return BY_CODE.get(code or "")


def rendering_for_header(header: str) -> Language:
    """The rendering for a whole header, best quality first; English when nothing fits.

    A plain `sr` beside a weaker `sr-Latn` (browsers often send `sr,sr-Latn;q=0.9`) stays Cyrillic: the reader's
    first wish counts.
    """
    for tag, quality in parse_accept_lang_header(header.lower()):
        if quality <= 0:
            continue
        if tag == "*":
            break
        found = rendering_for_tag(tag)
        if found is not None:
            return found
    return BY_CODE["en"]
