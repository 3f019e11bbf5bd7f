"""Sending a page to a colleague."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from portal.core.text_exit import finished, footnote


def mail_link(title: str, address: str, lang: str) -> str:
    """Opens a mail with the title as its subject and the address in its text; who it goes to is left open.

    `lang` (BCP 47) is the one under which the title reaches the reader.
    """
    text = "\r\n\r\n".join(filter(None, (address, footnote([title], lang))))
    # RFC 6068: a space is %20 there, never a plus sign.
    return "mailto:?" + urlencode({"subject": " ".join(finished(title, lang).split()), "body": text}, quote_via=quote)
