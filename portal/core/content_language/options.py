"""What every translated page type shares, for the `translation.py` of the apps."""

from modeltranslation.translator import TranslationOptions


class ContentPageTranslation(TranslationOptions):
    """Registered once for each concrete page type, by a subclass that adds the type's own fields.

    The abstract base itself is not registered: its children could not be, then.
    """

    fields: tuple[str, ...] = ("headline", "summary", "readiness", "based_on", "needs_review")
