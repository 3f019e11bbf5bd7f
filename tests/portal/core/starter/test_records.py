"""Checksums of rows: the same for the same values."""

from portal.core.starter.records import fingerprint


def test_a_fingerprint_does_not_depend_on_order():
    assert fingerprint({"a": 1, "b": ["x", "y"]}) == fingerprint({"b": ["y", "x"], "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert fingerprint({"a": None}) != fingerprint({"a": ""})
