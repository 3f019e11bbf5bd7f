"""Uploaded lists of people, as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trainings.importing.columns import recognised
from trainings.models import ParticipantImport, TrainingPage

HEADER = ["Name", "E-mail", "Beneficiary"]


def make_list(
    training: TrainingPage, *rows: Sequence[str], user: Any, header: Sequence[str] = HEADER, **fields: Any
) -> ParticipantImport:
    """Rows are numbered from 2, below the header."""
    columns = {column.value: place for column, place in recognised(header).items()}
    return ParticipantImport.objects.create(
        training=training,
        user=user,
        file_name="people.xlsx",
        header=list(header),
        rows=[[number, list(row)] for number, row in enumerate(rows, start=2)],
        columns=columns,
        **fields,
    )
