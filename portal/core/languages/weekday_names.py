"""Names of the days of the week, for our own catalogues: Django has none in Montenegrin."""

from typing import Final

from django.utils.translation import gettext_noop as _

FULL: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
