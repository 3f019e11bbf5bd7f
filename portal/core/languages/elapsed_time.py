"""How long ago something was ("2 days ago"), for our own catalogues.

Django says these in English where it knows no translation: Bosnian and Macedonian. They stand behind "ago", so they are
in the case which that asks for ("prije 2 sedmice", "prije 1 sedmicu"). Django looks a text up in our catalogues before
its own.
"""

from typing import Final

from django.utils.translation import ngettext_lazy

PERIODS: Final = (
    ngettext_lazy("%(num)d year", "%(num)d years", "num"),
    ngettext_lazy("%(num)d month", "%(num)d months", "num"),
    ngettext_lazy("%(num)d week", "%(num)d weeks", "num"),
    ngettext_lazy("%(num)d day", "%(num)d days", "num"),
    ngettext_lazy("%(num)d hour", "%(num)d hours", "num"),
    ngettext_lazy("%(num)d minute", "%(num)d minutes", "num"),
)
