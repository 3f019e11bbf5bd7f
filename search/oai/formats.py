"""The one format of metadata, which every repository has: Dublin Core without qualifiers."""

from __future__ import annotations

import re

from search.oai.errors import ProtocolError, bad_argument

PREFIX = "oai_dc"
NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
ELEMENTS_NAMESPACE = "http://purl.org/dc/elements/1.1/"

#: Section 3.4, as the schema has it.
_ANY_PREFIX = re.compile(r"[A-Za-z0-9_.!~*'()-]+")


def check_format(prefix: str) -> None:
    """Raises ProtocolError for all but ours: badArgument for what can be no prefix."""
    if not _ANY_PREFIX.fullmatch(prefix):
        raise bad_argument("That is not how formats are named; ListMetadataFormats names them.")
    if prefix != PREFIX:
        raise ProtocolError("cannotDisseminateFormat", f"Records are given in the format {PREFIX} alone.")
