"""Good practices, standards and their parts, programme methodologies."""

from practices.models.good_practice import GoodPractice
from practices.models.implementation import Implementation
from practices.models.index_page import CatalogueIndexPage
from practices.models.methodology import Methodology
from practices.models.standard import Standard
from practices.models.standard_part import StandardPart

__all__ = ["CatalogueIndexPage", "GoodPractice", "Implementation", "Methodology", "Standard", "StandardPart"]
