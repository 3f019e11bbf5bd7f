"""`python -m scripts.healthcheck`: whether the portal in this container answers; for the container's health check."""

import http.client
import os
import sys
from collections.abc import Mapping

PORT = 8000
#: Seconds to wait for an answer: less than the container engine allows for the whole check.
PATIENCE = 4


def host_header(environment: Mapping[str, str]) -> str:
    """A host name that the portal answers to: the first of ALLOWED_HOSTS, which may be a pattern."""
    first = environment.get("ALLOWED_HOSTS", "").split(",")[0].strip()
    name = first.removeprefix(".")
    return "localhost" if name in {"", "*"} else name


def answers(port: int, host: str) -> bool:
    """Whether `/healthz` on this machine answers 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if answers(PORT, host_header(os.environ)) else 1)
