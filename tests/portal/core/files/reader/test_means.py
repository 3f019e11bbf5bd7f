"""The reading process takes its own means away before it looks at anything, and says what it found at once."""

import subprocess
import sys

from portal.core.files import limits

_PROBE = """
import resource
from portal.core.files.reader.means import give_up_means
give_up_means()
print([resource.getrlimit(kind) for kind in (
    resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC)])
try:
    bytearray(2 * 1024 ** 3)
except MemoryError:
    print("no more memory")
try:
    resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
except (ValueError, PermissionError):
    print("no way back")
"""


def test_limits_hold_in_the_process():
    done = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, text=True, check=True)
    limit_line, *rest = done.stdout.splitlines()
    assert limit_line == str(
        [(limit, limit) for limit in (limits.MEMORY_BYTES, limits.SECONDS, limits.ANSWER_BYTES, 0, 0)]
    )
    # Somebody who runs the tests as root may raise limits again; the portal is not run as root.
    assert [line for line in rest if line != "no way back"] == ["no more memory"]


def test_reader_says_the_cheapest_things_first(make_pdf):
    command = [sys.executable, "-m", "portal.core.files.reader", "pdf"]
    done = subprocess.run(command, input=make_pdf(["One", "Two"]), capture_output=True, check=True)
    assert [line[:8] for line in done.stdout.splitlines()] == [b'{"pages"', b'{"thumbn', b'{"text":', b'{"text":']


def test_reading_a_file_imports_no_settings():
    probe = "import portal.core.files.reader.pdf, sys; print('django.conf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
