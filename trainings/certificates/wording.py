"""What a certificate says, written down once and for all when it is issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bs4 import BeautifulSoup
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.core.content_language.localized import localized_for_card, localized_for_reading, shown_codes
from portal.core.languages.catalogue import BY_CODE, Language, get_language
from portal.core.models import ContentPage
from portal.core.pages.listing import date_range
from portal.core.rich_text.html import rich_text_html
from trainings.models import CoursePage, Enrolment, TrainingPage

_ENGLISH: Final = BY_CODE["en"]


@dataclass(frozen=True, slots=True)
class Written:
    """`titles` are those of the course, by content language; `hours` its length.

    `document` is {parts}: one part in the person's language and one in English, or that alone. A part is {lang, title,
    says, course, rows: [{label, value}], competences: {label, items}, number, issued, check, picture}, and `sample`
    of a training that is made up. Whatever stands in another language than its part is {text, lang}.
    """

    titles: dict[str, str]
    hours: int | None
    document: dict[str, Any]


def written_for(enrolment: Enrolment, training: TrainingPage, issued_at: datetime) -> Written:
    """What the certificate of this person says, as course and training are now."""
    course = CoursePage.objects.parent_of(training).get()
    language = get_language(enrolment.member.user.language)
    languages = dict.fromkeys([language, _ENGLISH])
    return Written(
        titles=_titles(course),
        hours=course.hours,
        document={"parts": [_part(one, course, training, issued_at) for one in languages]},
    )


def _titles(course: CoursePage) -> dict[str, str]:
    titles = {code: getattr(course, f"headline_{code}") or course.title for code in shown_codes(course)}
    return titles or {"en": course.title}


def _part(language: Language, course: CoursePage, training: TrainingPage, issued_at: datetime) -> dict[str, Any]:
    with translation.override(language.code):
        sample = {"sample": _("Sample: this training is made up.")} if training.is_sample else {}
        return {
            "lang": language.html_lang,
            "title": _("Certificate"),
            "says": _("has taken part in this course and met what it asks for:"),
            "course": _headline(course, language),
            "rows": list(_rows(language, course, training)),
            "competences": {"label": _("Competences"), "items": _competences(course, language)},
            "number": _("Number"),
            "issued": _("Issued on %(day)s") % {"day": date_format(timezone.localdate(issued_at), "DATE_FORMAT")},
            "check": _("Whether this certificate is valid can be checked at this address, with this code:"),
            "picture": _("The address as a picture that a phone can read"),
            **sample,
        }


def _rows(language: Language, course: CoursePage, training: TrainingPage) -> Iterator[dict[str, Any]]:
    headline = _headline(training, language)
    if headline["text"] != _headline(course, language)["text"]:
        yield {"label": _("Training"), "value": headline}
    yield {"label": _("Date"), "value": _own(date_range(training.start, training.end), language)}
    card = localized_for_card(training, language)
    if card and card.place:
        yield {"label": _("Place"), "value": {"text": card.place, "lang": card.html_lang}}
    if course.hours:
        yield {"label": _("Hours"), "value": _own(str(course.hours), language)}


def _headline(page: ContentPage, language: Language) -> dict[str, str]:
    card = localized_for_card(page, language)
    return {"text": card.headline, "lang": card.html_lang} if card else _own(page.title, language)


def _own(text: str, language: Language) -> dict[str, str]:
    return {"text": text, "lang": language.html_lang}


def _competences(course: CoursePage, language: Language) -> list[dict[str, str]]:
    """Each paragraph and each point of a list by itself, without what is in bold or leads elsewhere."""
    localized = localized_for_reading(course, language)
    if localized is None or not localized.competences:
        return []
    read = BeautifulSoup(rich_text_html(localized.competences), "html.parser")
    lines = [
        tag.get_text(" ", strip=True) for tag in read.find_all(["p", "li", "h3", "h4"]) if not tag.find(["p", "li"])
    ]
    return [{"text": line, "lang": localized.html_lang} for line in lines if line]
