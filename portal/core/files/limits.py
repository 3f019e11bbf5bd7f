"""How much of an uploaded file is looked at, so that no file, however made, costs more than this."""

from typing import Final

#: Larger files are kept and handed out, but nothing is read off them except the checksum.
FILE_BYTES: Final = 50 * 1024 * 1024
#: Wall clock and processor time of the process that reads a PDF.
SECONDS: Final = 20
#: Address space of that process: the interpreter and the library need about 250 MB of it.
MEMORY_BYTES: Final = 1024 * 1024 * 1024
#: What that process may write in all: the text, the picture of the first page and a little around them.
ANSWER_BYTES: Final = 8 * 1024 * 1024
#: Pages of a PDF that text is taken from; all are counted.
TEXT_PAGES: Final = 500
#: Text kept, in UTF-8.
TEXT_BYTES: Final = 1_000_000
#: The picture of the first page fits into this box, in pixels.
THUMBNAIL_WIDTH: Final = 360
THUMBNAIL_HEIGHT: Final = 520
#: A picture that is larger than this is not a picture of a first page.
THUMBNAIL_BYTES: Final = 2 * 1024 * 1024
