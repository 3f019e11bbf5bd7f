"""The version of what is in an index, part of its name: an index of another version is never asked."""

from search.analysis.version import ANALYSIS_VERSION

#: Raise it with every change of the fields of an index, or of what is in them.
_FIELDS_VERSION = "5"

#: A change of the analysis makes all indexes outdated as well.
SCHEMA_VERSION = f"{_FIELDS_VERSION}-{ANALYSIS_VERSION}"
