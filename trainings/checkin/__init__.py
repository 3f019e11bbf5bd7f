"""Checking in to a session by oneself, with a code that changes (docs/mechanisms/attendance.md)."""
