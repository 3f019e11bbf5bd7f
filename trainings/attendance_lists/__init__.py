"""Attendance from a spreadsheet: looked at first, written when somebody says so (docs/mechanisms/attendance.md)."""
