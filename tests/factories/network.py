"""What the network holds beside its pages."""

from network.models import Precondition
from portal.core.languages.catalogue import CONTENT_CODES


def make_precondition(key: str, name: str = "") -> Precondition:
    """A need of co-operation; called by its key in all languages unless `name` says otherwise."""
    return Precondition.objects.create(key=key, **{f"name_{code}": name or key for code in CONTENT_CODES})
