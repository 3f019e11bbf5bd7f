"""Languages of a page that want somebody who knows them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage
from portal.desk.findings.found import Found
from portal.desk.models import Kind


def check_languages(page: ContentPage) -> Iterator[Found]:
    for code in CONTENT_CODES:
        if page.state(code) == State.OUTDATED:
            yield Found(Kind.OUTDATED, language=code)
        if getattr(page, f"needs_review_{code}") and getattr(page, f"headline_{code}"):
            yield Found(Kind.TO_READ, language=code)
