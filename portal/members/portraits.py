"""Photos of members: two squares, made anew, so that nothing of the file that came is kept but its picture."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, ImageOps

from portal.members.models import Profile

#: Pixels of a side: shown at half of that, for sharp screens.
LARGE: Final = 400
SMALL: Final = 128
_QUALITY: Final = 82


def set_portrait(profile: Profile, file: Any) -> None:
    """Takes a picture that has been checked (WholeImageField) as the photo; the one before is deleted on commit.

    What the camera wrote into it (place, time, maker) goes, because only the picture itself is written anew; it is
    turned first as the camera says. The profile is not saved. Raises OSError for a file that is no picture.
    """
    remove_portrait(profile)
    file.seek(0)
    with Image.open(file) as opened:
        upright = ImageOps.exif_transpose(opened)
        # What lets through the ground gets a white one; a JPEG has none.
        picture = Image.new("RGB", upright.size, "white")
        with_alpha = upright.convert("RGBA")
        picture.paste(with_alpha, mask=with_alpha.getchannel("A"))
    profile.photo.save("portrait.jpg", _square(picture, LARGE), save=False)
    profile.photo_small.save("portrait-small.jpg", _square(picture, SMALL), save=False)


def remove_portrait(profile: Profile) -> None:
    """Leaves the profile, which is not saved, without a photo; the files are deleted on commit."""
    for field in (profile.photo, profile.photo_small):
        if field.name:
            transaction.on_commit(partial(field.storage.delete, field.name))
    profile.photo, profile.photo_small = "", ""


def _square(picture: Image.Image, side: int) -> ContentFile[bytes]:
    """The middle of the upper part: that is where the face is."""
    written = BytesIO()
    ImageOps.fit(picture, (side, side), centering=(0.5, 0.3)).save(written, "JPEG", quality=_QUALITY, optimize=True)
    return ContentFile(written.getvalue())
