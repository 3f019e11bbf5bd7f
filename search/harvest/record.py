"""A record that harvesters may have, and the sets it lies in."""

from __future__ import annotations

from django.db import models


class HarvestRecord(models.Model):
    """A resource that is public, or was: then its record stays and says that it is gone.

    It holds nothing of what the resource says. That is read from the database when somebody asks, as far as it is
    public at that moment; `fingerprint` only tells whether it changed. `datestamp` is a whole second: that of the last
    change that harvesters have to hear of.
    """

    identifier = models.UUIDField(unique=True)
    document_id = models.CharField(max_length=120, unique=True)
    datestamp = models.DateTimeField()
    is_deleted = models.BooleanField(default=False)
    fingerprint = models.CharField(max_length=32)

    class Meta:
        verbose_name = "record for harvesters"
        verbose_name_plural = "records for harvesters"
        ordering = ["datestamp", "pk"]
        indexes = [models.Index(fields=["datestamp", "id"], name="harvest_in_order")]

    def __str__(self) -> str:
        return self.document_id


class HarvestSet(models.Model):
    """A record lies in the set `spec`. A record of what is gone stays in the sets it was in."""

    record = models.ForeignKey(HarvestRecord, on_delete=models.CASCADE, related_name="sets")
    spec = models.CharField(max_length=100)

    class Meta:
        verbose_name = "set for harvesters"
        verbose_name_plural = "sets for harvesters"
        ordering = ["spec"]
        constraints = [models.UniqueConstraint(fields=["spec", "record"], name="one_row_a_record_and_set")]

    def __str__(self) -> str:
        return self.spec
