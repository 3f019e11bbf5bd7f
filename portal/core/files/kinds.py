"""The kinds of file that the portal hands out, and the media type each is sent with.

Written down here rather than guessed: what `mimetypes` knows depends on the machine, and a file whose type is not
listed is never sent as something that a browser would run.
"""

from pathlib import PurePath
from typing import Final

UNKNOWN_TYPE: Final = "application/octet-stream"

#: Documents, by the ending of the name; the list of endings that may be uploaded is WAGTAILDOCS_EXTENSIONS. Web pages
#: are taken but not named here: they go out as plain bytes, to be saved and not shown.
DOCUMENT_TYPES: Final[dict[str, str]] = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}

#: Pictures made by the portal itself: sizes of images and first pages of documents. No SVG: it can carry script.
PICTURE_TYPES: Final[dict[str, str]] = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


def extension_of(name: str) -> str:
    """The ending of a file name, in lower case and without the dot; empty when there is none."""
    return PurePath(name).suffix.lower().lstrip(".")
