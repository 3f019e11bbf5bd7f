"""Cells that a row must have."""

from portal.core.starter.files import Row
from portal.core.starter.records import BrokenRow


def required(row: Row, column: str) -> str:
    """The text of a column; raises BrokenRow when there is none."""
    if not row[column]:
        raise BrokenRow(f"“{column}” is empty")
    return row[column]
