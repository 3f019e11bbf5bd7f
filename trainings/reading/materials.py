"""Materials as pages show them: below what they are for, with the moment at which they open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from portal.core.content_language.localized import nearest
from portal.core.files.listing import shown_file
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from trainings.models import TrainingMaterial, TrainingPage
from trainings.queries.materials import Shelf
from trainings.reading.words import moment


def shown_shelves(shelves: Sequence[Shelf], training: TrainingPage) -> list[dict[str, Any]]:
    """In the form of trainings/materials/shelves.html."""
    now = timezone.now()
    return [
        {
            "when": one.when.value,
            "label": one.when.label,
            "opens": moment(one.opens_at, training) if one.opens_at is not None and not one.is_open(now) else "",
            "items": [_shown(material) for material in one.materials],
        }
        for one in shelves
    ]


def _shown(material: TrainingMaterial) -> dict[str, Any]:
    """The title in the language nearest to the reader in which there is one."""
    titles = material.titles()
    reader = current_reader().language
    code = nearest(tuple(titles), reader) or next(iter(titles), reader.content_code)
    document = material.document
    return {
        "key": material.pk,
        "title": titles.get(code, ""),
        "title_lang": lang_beside(html_lang_for_reader(code, reader)),
        "url": material.link or reverse("trainings:material", args=[material.training_id, material.pk]),
        "file": shown_file(document) if document is not None else None,
        "session": material.session,
    }
