"""What is said about files, in the language of whoever uploaded them."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from trainings.importing import limits

#: Why a file is not read at all.
REFUSALS: Final = {
    "kind": _("Files of this kind are not read. Save the list as XLSX or CSV."),
    "xls": _("This is the old or the binary format of Excel. Open it, and save it as XLSX."),
    "ods": _("This is the format of LibreOffice. Open it, and save it as XLSX."),
    "macros": _("The file has macros in it, which are small programs. Save it as XLSX, without macros."),
    "size": _("The file is larger than %(megabytes)s MB. Take pictures and other sheets out of it."),
    "empty": _("There is nothing in the file."),
    "slow": _("Reading the file took too long. Copy the list into a new file, and save it as XLSX."),
    "large": _("What is in the file is too large when it is unpacked. Copy the list into a new file."),
    "protected": _("The file has a password. Save it without one."),
    "damaged": _(
        "The file cannot be read: it is damaged, or not what the ending of its name says. Save it again as XLSX."
    ),
    "many": _("The file has more than %(rows)s rows. Split it, and upload the parts one after the other."),
}


def refusal_text(key: str) -> str:
    """Why a file was not read, in the active language."""
    return str(REFUSALS.get(key, REFUSALS["damaged"])) % {"megabytes": limits.MEGABYTES, "rows": limits.ROWS}
