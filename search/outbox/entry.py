"""An entry of the outbox."""

from django.db import models


class OutboxEntry(models.Model):
    """The document `document_id` has to be looked at again.

    It does not say what happened: when it is applied, the database says what the document is now, or that there is
    none any more. So entries can be applied in any order, twice, or late.
    """

    document_id = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "search outbox entry"
        verbose_name_plural = "search outbox entries"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.document_id
