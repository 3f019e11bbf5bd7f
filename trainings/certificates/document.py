"""A certificate as a file. It is an exit: script, asterisks, and the status footnote where one is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.core.pdf.characters import showable
from portal.core.pdf.making import typeset
from portal.core.qr_code import qr_svg
from portal.core.text_exit import finished, footnote
from trainings.certificates.codes import shown_code
from trainings.models import Certificate

_TEMPLATE: Final = Path(__file__).with_name("certificate.typ")


def address_of(certificate: Certificate, language: str) -> str:
    """Where anybody checks it, in a rendering (code)."""
    with translation.override(language):
        return absolute(reverse("trainings:certificate", args=[certificate.code]))


def make_certificate(certificate: Certificate) -> bytes:
    """The file, made of the snapshot: the same bytes whenever it is made again. It has to have a document still."""
    parts = certificate.document["parts"]
    name = finished(certificate.name, "")
    lang = parts[0]["lang"]
    address = address_of(certificate, _rendering(lang))
    ready = [_finished(part, part["lang"]) for part in parts]
    data = {
        "title": showable(f"{ready[0]['title']['text']} {certificate.number}: {name}"),
        "author": settings.WAGTAIL_SITE_NAME,
        "lang": _typesetters(lang),
        "name": showable(name),
        "number": certificate.number,
        "code": shown_code(certificate.code),
        "address": address,
        "parts": ready,
        "notes": list(_notes(certificate)),
    }
    return typeset(
        _TEMPLATE, data, timezone.localtime(certificate.issued_at), {"address.svg": qr_svg(address).encode()}
    )


def _rendering(html_lang: str) -> str:
    """`sr-Cyrl` is sr; the others are called like their code."""
    return "sr" if html_lang == "sr-Cyrl" else get_language(html_lang).code


def _typesetters(html_lang: str) -> str:
    """A language without script, as the typesetter knows languages."""
    return html_lang.split("-")[0].lower()


def _finished(value: Any, lang: str) -> Any:
    """Every text of the snapshot as {text, lang}, ready to leave."""
    if isinstance(value, str):
        return {"text": showable(finished(value, lang)), "lang": _typesetters(lang)}
    if isinstance(value, list):
        return [_finished(one, lang) for one in value]
    if set(value) == {"text", "lang"}:
        return _finished(value["text"], value["lang"])
    return {key: _finished(one, lang) for key, one in value.items() if key != "lang"}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _notes(certificate: Certificate) -> Iterator[dict[str, str]]:
    """The footnote in the language of each part, if anything on the certificate asks for it."""
    texts = [certificate.name, *_texts(certificate.document)]
    for part in certificate.document["parts"]:
        if note := footnote(texts, part["lang"]):
            yield {"text": showable(note), "lang": _typesetters(part["lang"])}
