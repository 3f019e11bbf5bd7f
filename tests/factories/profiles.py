"""Members who are listed in the directory."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from portal.members.models import Member, Profile
from portal.members.visibility import FIELDS
from tests.factories.members import make_member
from tests.factories.people import make_user

#: Everything for everybody.
OPEN = {f"{name}_for": "public" for name in FIELDS if name != "contact"}


def make_listed(
    first: str = "Sample", last: str = "Officer", *, member: dict[str, Any] | None = None, **fields: Any
) -> Member:
    """A member who agreed to be listed. `member` are fields of the member, the others those of the profile."""
    made = make_member(make_user(first_name=first, last_name=last), **(member or {}))
    Profile.objects.create(member=made, **{"listed_since": timezone.now(), **fields})
    return made


def make_photo(name: str = "me.jpg", size: tuple[int, int] = (900, 600), **options: Any) -> SimpleUploadedFile:
    """A picture as a camera gives it; `options` are those of Pillow for writing it."""
    written = BytesIO()
    Image.new("RGB", size, "teal").save(written, "JPEG", **options)
    return SimpleUploadedFile(name, written.getvalue(), content_type="image/jpeg")
