"""What a check says of a page."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from portal.desk.models import Kind


class Found(NamedTuple):
    """The fields of a Finding without the page. Two that are equal are one."""

    kind: Kind
    field: str = ""
    language: str = ""
    detail: str = ""
    reason: str = ""
    object_id: int | None = None
    day: date | None = None
