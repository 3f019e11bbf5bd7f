"""How much of an uploaded file is looked at, so that no file, however made, costs more than this."""

from typing import Final

#: Larger files are kept and handed out, but nothing is read off them except the checksum. Plain text is the exception:
#: its beginning can be read however long it is.
FILE_BYTES: Final = 50 * 1024 * 1024
#: The beginning of a plain text (TXT, CSV, HTML) that is read.
PLAIN_BYTES: Final = 8 * 1024 * 1024
#: What all parts of an office file may hold when unpacked, and any one part of it that is parsed as XML.
UNPACKED_BYTES: Final = 256 * 1024 * 1024
XML_BYTES: Final = 48 * 1024 * 1024
#: Parts of an office file.
MEMBERS: Final = 10_000
#: Wall clock and processor time of the process that reads a file.
SECONDS: Final = 20
#: Address space of that process: the interpreter and the libraries need about 250 MB of it.
MEMORY_BYTES: Final = 1024 * 1024 * 1024
#: What that process may write in all: the text, the picture of the first page and a little around them.
ANSWER_BYTES: Final = 16 * 1024 * 1024
#: Pages (slides, sheets) that text is taken from; those of a PDF are all counted.
TEXT_PAGES: Final = 1_000
#: Characters of text kept of one file.
TEXT_CHARACTERS: Final = 2_000_000
#: The picture of the first page fits into this box, in pixels.
THUMBNAIL_WIDTH: Final = 360
THUMBNAIL_HEIGHT: Final = 520
#: A picture that is larger than this is not a picture of a first page.
THUMBNAIL_BYTES: Final = 2 * 1024 * 1024
