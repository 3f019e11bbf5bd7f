"""What the starter content wrote last, to tell an editor's work from its own."""

from django.db import models


class StarterRecord(models.Model):
    """One loaded record. `fingerprint` is the checksum of the values as the loader wrote them."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_starter_record_a_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
