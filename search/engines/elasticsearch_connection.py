"""Asking a cluster: several hosts, limits of time, and what goes wrong as EngineError."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from elastic_transport import TlsError
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    TransportError,
)

from search.engines.base import EngineError, IndexMissing
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.schema_version import SCHEMA_VERSION

Answer = TypeVar("Answer")

#: What the cluster says when another node, or this one a moment later, may well answer.
_PASSING = frozenset({429, 502, 503, 504})

#: Share of the time that is left that one node gets, as long as another can be asked after it.
_SHARE = 0.6

#: Nodes asked for one answer, at most.
_ATTEMPTS = 3

#: Seconds before the same is asked again.
_PAUSE = 0.05
_LONGEST_PAUSE = 2.0

#: A question that nobody waits for may take as long as this, seconds.
_PATIENT_ANSWER = 60.0

_FAILURES = 3
_REST = 5.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where the cluster is: base addresses of its nodes, with user and password in them if that is how it is protected.

    `api_key` and `ca_certs` (a file of certificates to be trusted) are "" when not needed. Secrets are not in its
    representation, which ends up in reports of errors.
    """

    hosts: tuple[str, ...] = field(repr=False)
    api_key: str = field(default="", repr=False)
    ca_certs: str = ""


class Connection:
    """The way to one cluster; safe to share between threads. Everything it raises is an EngineError.

    `seconds` is how long whoever waits for an answer waits at most, whatever happens and however many nodes are asked.
    """

    def __init__(self, address: Address, seconds: float) -> None:
        self._seconds = seconds
        self._attempts = min(_ATTEMPTS, max(2, len(address.hosts)))
        self._breaker = CircuitBreaker(_FAILURES, _REST)
        options: dict[str, Any] = {"api_key": address.api_key} if address.api_key else {}
        if address.ca_certs:
            options["ca_certs"] = address.ca_certs
        with _engine_errors():
            # Retries are made here, where the time that is left is known.
            self._client = Elasticsearch(list(address.hosts), max_retries=0, **options)

    def ask(self, call: Callable[[Elasticsearch], Answer]) -> Answer:
        """The answer to what somebody waits for: now, or EngineError."""
        return self._try(call, self._seconds, self._attempts)

    def work(self, call: Callable[[Elasticsearch], Answer], patience: float) -> Answer:
        """The answer to what has time; the cluster may be in trouble for `patience` seconds."""
        return self._try(call, patience, None)

    def _try(self, call: Callable[[Elasticsearch], Answer], seconds: float, attempts: int | None) -> Answer:
        self._breaker.enter()
        deadline = time.monotonic() + seconds
        pause = _PAUSE
        attempt = 0
        while True:
            attempt += 1
            left = deadline - time.monotonic()
            is_last = attempt == attempts
            share = min(left if is_last or attempts is None else left * _SHARE, _PATIENT_ANSWER)
            try:
                answer = self._answer(call, share)
            except PassingTrouble as trouble:
                # Waiting mends no certificate; another node may have a better one.
                is_hopeless = isinstance(trouble.__cause__, TlsError) and attempt >= self._attempts
                if is_last or is_hopeless or time.monotonic() + pause >= deadline:
                    self._breaker.failed()
                    raise EngineError(f"Elasticsearch: {trouble}") from trouble.__cause__
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE) if attempts is None else pause
            except EngineError:
                self._breaker.succeeded()
                raise
            else:
                self._breaker.succeeded()
                return answer

    def _answer(self, call: Callable[[Elasticsearch], Answer], seconds: float) -> Answer:
        with _engine_errors():
            return call(self._client.options(request_timeout=max(seconds, _PAUSE)))


class PassingTrouble(EngineError):
    """Another node may answer, or the same one later."""


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Whatever the client raises, callers see an EngineError."""
    try:
        yield
    except EngineError:
        raise
    except NotFoundError as error:
        raise IndexMissing(f"There is no index of version {SCHEMA_VERSION} in the cluster.") from error
    except AuthenticationException as error:
        raise EngineError(
            "Elasticsearch does not accept the key or the password: see ELASTICSEARCH_API_KEY and ELASTICSEARCH_URL."
        ) from error
    except AuthorizationException as error:
        raise EngineError(f"Elasticsearch does not allow this with that key or user: {error}") from error
    except ApiError as error:
        kind = PassingTrouble if error.status_code in _PASSING else EngineError
        raise kind(f"Elasticsearch: {error}") from error
    except TlsError as error:
        raise PassingTrouble(f"the certificate is not trusted, see ELASTICSEARCH_CA_CERTS: {error.message}") from error
    except TransportError as error:
        raise PassingTrouble(str(error)) from error
    except (ValueError, OSError) as error:
        raise EngineError(f"Elasticsearch: {error}") from error
