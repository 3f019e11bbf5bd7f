"""What tells one state of a document from another."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b

from search.documents.document import SearchDocument

_BYTES = 16


def fingerprint(document: SearchDocument) -> str:
    """The same for documents that say the same, in whatever order their languages and facets come; hexadecimal."""
    content = json.dumps(asdict(document), sort_keys=True, ensure_ascii=False, default=str)
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
