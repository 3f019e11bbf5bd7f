"""What the protocol has errors for. They are answers like any other, with the status 200."""

from __future__ import annotations


class ProtocolError(Exception):
    """`code` is one of the protocol's own, the message is for whoever runs the harvester; in English, as the codes."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    @property
    def is_of_request(self) -> bool:
        """Whether the request itself is wrong: then the answer does not repeat its arguments (section 3.2)."""
        return self.code in {"badVerb", "badArgument"}


def bad_argument(message: str) -> ProtocolError:
    return ProtocolError("badArgument", message)


def bad_token() -> ProtocolError:
    return ProtocolError("badResumptionToken", "This portal gave no such resumption token for this verb.")
