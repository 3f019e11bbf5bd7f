"""A machine that cannot be called is found before a translator needs it."""

import pytest

from portal.desk.checks import machine_can_be_called


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", []),
        (f"{__name__}.machine_can_be_called", []),
        ("nowhere.at_all", ["desk.E001"]),
        ("portal.desk.checks.nothing", ["desk.E001"]),
        ("portal.desk.machine.__name__", ["desk.E002"]),
    ],
)
def test_what_is_named_is_there_and_can_be_called(settings, path, found):
    settings.MACHINE_TRANSLATION = path
    assert [message.id for message in machine_can_be_called()] == found
