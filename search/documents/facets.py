"""The facets of the library: names as they stand in addresses and in the index."""

from enum import StrEnum


class FacetName(StrEnum):
    """In the order in which the library shows them. Values are taxonomy codes, except:

    `beneficiary` (codes of beneficiaries), `language` (content languages that are ready) and `year` (four digits).
    """

    TYPE = "type"
    STAGE = "stage"
    BENEFICIARY = "beneficiary"
    AREA = "area"
    TARGET = "target"
    AGENCY = "agency"
    EVIDENCE = "evidence"
    LANGUAGE = "language"
    YEAR = "year"
