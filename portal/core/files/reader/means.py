"""What the reading process takes away from itself before it looks at anything."""

from __future__ import annotations

import resource

from portal.core.files import limits


def give_up_means() -> None:
    """Sets hard limits for this process. They cannot be raised again, whatever the file makes a library do."""
    for kind, limit in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, limits.ANSWER_BYTES),
        (resource.RLIMIT_CORE, 0),
        # No other processes and no threads.
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
