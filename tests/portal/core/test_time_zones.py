"""Times that clocks show, on the days on which they are put forward and back."""

from datetime import date, time

from django.utils.translation import override

from portal.core.time_zones import TIME_ZONES, is_on_the_clock


def test_the_hour_that_is_left_out_in_spring_is_not_there_where_clocks_change():
    day = date(2027, 3, 28)
    assert not is_on_the_clock(day, time(2, 30), "Europe/Tirane")
    assert is_on_the_clock(day, time(2, 30), "Europe/Istanbul")


def test_the_hour_that_comes_twice_in_autumn_is_there():
    assert is_on_the_clock(date(2027, 10, 31), time(2, 30), "Europe/Tirane")


def test_time_zones_are_named_in_the_language_of_the_reader():
    with override("sq"):
        assert str(dict(TIME_ZONES)["Europe/Skopje"]) == "Shkup"
