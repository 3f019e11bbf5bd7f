"""How far a command has come, on a terminal and in a log."""

from io import StringIO

from django.core.management.base import OutputWrapper

from search.management.progress_bar import ProgressBar


class Terminal(StringIO):
    def isatty(self):
        return True


def shown(output, *numbers, total=4):
    bar = ProgressBar(OutputWrapper(output), total)
    for number in numbers:
        bar.show(number)
    bar.end()
    return output.getvalue()


def test_in_a_log_each_step_is_a_line():
    assert shown(StringIO(), 2, 4) == "  2 of 4 documents\n  4 of 4 documents\n"


def test_on_a_terminal_it_is_a_bar_that_grows_and_goes():
    assert shown(Terminal(), 0, 2, 4) == (
        f"\r  [{'.' * 30}] 0 of 4 documents"
        f"\r  [{'#' * 15}{'.' * 15}] 2 of 4 documents"
        f"\r  [{'#' * 30}] 4 of 4 documents"
        "\r\x1b[K"
    )


def test_there_may_be_more_than_was_known():
    assert shown(StringIO(), 6) == "  6 of 6 documents\n"
    assert shown(StringIO(), 0, total=0) == "  0 of 0 documents\n"
