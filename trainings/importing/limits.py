"""How much a list of people may be. Ministries send some hundred rows; more is a mistake or an attack."""

from typing import Final

MEGABYTES: Final = 5
#: Rows with something in them, without the header.
ROWS: Final = 5_000
COLUMNS: Final = 60
#: Characters of a cell; the rest is cut off.
CELL: Final = 500
#: Of an XLSX file: its parts, what they are together when unpacked, and how much one may grow by it.
PARTS: Final = 1_000
UNPACKED_BYTES: Final = 100 * 1024 * 1024
TIMES_LARGER: Final = 200
#: A part that is smaller than this when unpacked harms nobody, however well it is packed.
HARMLESS_BYTES: Final = 1024 * 1024
