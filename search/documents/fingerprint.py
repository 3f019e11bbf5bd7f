"""What tells one state of a document, or of a record made of it, from another."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_BYTES = 16


def fingerprint(document: DataclassInstance) -> str:
    """The same for documents that say the same, in whatever order their languages and facets come; hexadecimal."""
    content = json.dumps(asdict(document), sort_keys=True, ensure_ascii=False, default=str)
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
