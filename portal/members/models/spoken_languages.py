"""Languages that a person speaks, kept as codes in one column."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from portal.core.languages.catalogue import CONTENT_CODES


class SpokenLanguagesField(models.CharField):
    """Codes of languages (en, sq, bs, cnr, mk, sr), each with a space on both sides, in the order of the catalogue.

    So ` mk ` is found by one condition, and `value.split()` gives the codes.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        return joined(value.split()) if isinstance(value, str) else joined(value or ())

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        unknown = [code for code in value.split() if code not in CONTENT_CODES]
        if unknown:
            raise ValidationError(_("Not a language of the portal: %(codes)s.") % {"codes": ", ".join(unknown)})


def joined(codes: Any) -> str:
    """The text of a set of codes; none are an empty text."""
    wanted = set(codes)
    known = [code for code in CONTENT_CODES if code in wanted]
    return f" {' '.join(known)} " if known else ""
