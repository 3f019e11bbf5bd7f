"""The form for an image in the admin: takes a picture only when all of it can be read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholeImageField(WagtailImageField):
    """Wagtail looks at the head of a file (kind, name, size); this one at all of it.

    A picture that breaks off in the middle, as after a bad download, would otherwise be stored and only fail when a
    size of it is made for a page.
    """

    def to_python(self, data: Any) -> Any:
        try:
            file = super().to_python(data)
            if file is not None:
                file.seek(0)
                with Image.open(file) as picture:
                    picture.load()
                file.seek(0)
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error
        return file


class PortalImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Replaced here, not declared on the class: Wagtail makes forms without the file from this one.
        if file := self.fields.get("file"):
            self.fields["file"] = WholeImageField(label=file.label, required=file.required, widget=file.widget)
