"""Putting materials for participants, changing their order, taking them away."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.files.closed_collections import new_closed_collection
from portal.core.models import PortalDocument
from trainings.models import TrainingMaterial
from trainings.services.order import move

#: As the administration shows it.
COLLECTION: Final = "Materials of trainings"


@transaction.atomic
def put_material(*, material: TrainingMaterial, file: Any, language: str, by: Any) -> None:
    """Stores a new or changed material, a new one as the last; `file` None leaves what there is.

    Another file is another document: the one before it goes, and with it whatever was read off it.
    """
    before = material.document
    if file is not None:
        material.document = PortalDocument.objects.create(
            title=str(material)[:255], file=file, language=language, collection=_collection(), uploaded_by_user=by
        )
    elif before is not None:
        before.title, before.language = str(material)[:255], language
        before.save(update_fields=["title", "language"])
    if material.pk is None:
        last = TrainingMaterial.objects.filter(training=material.training_id).aggregate(last=Max("position"))["last"]
        material.position = (last or 0) + 1
    material.save()
    if file is not None and before is not None:
        # Only once it is no material any more: whoever deletes a document deletes the material of it.
        before.delete()


@transaction.atomic
def move_material(*, material: TrainingMaterial, by: int) -> None:
    """One place up (-1) or down (1), among those for the same time; at the end nothing changes."""
    move(TrainingMaterial.objects.filter(training=material.training_id, when=material.when), material, by)


def _collection() -> Collection:
    """Closed to everybody: what lies there is handed out by `trainings.views.materials` alone."""
    found = Collection.objects.filter(
        name=COLLECTION,
        view_restrictions__restriction_type=CollectionViewRestriction.GROUPS,
        view_restrictions__groups=None,
    ).first()
    return found or new_closed_collection(COLLECTION)
