"""Names of the months, for our own catalogues.

Django writes them with a capital in Albanian and Macedonian, where they take a small letter within a date, and puts a
full stop after names that are not shortened ("мај."). It looks a text up in our catalogues before its own, so the
names that are written there are the ones that dates show.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

FULL: Final = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)

SHORT: Final = (
    _("jan"),
    _("feb"),
    _("mar"),
    _("apr"),
    _("may"),
    _("jun"),
    _("jul"),
    _("aug"),
    _("sep"),
    _("oct"),
    _("nov"),
    _("dec"),
)
