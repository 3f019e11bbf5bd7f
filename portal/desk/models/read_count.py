"""How often pages are read. Nothing in the table says who: a day, a rendering, and how often."""

from __future__ import annotations

from django.db import models


class ReadCount(models.Model):
    """How often a page was opened on one day in one rendering.

    The rendering is the one that the reader asked for, whichever language they got: who reads a page in English
    because there is none in Albanian, needs it in Albanian.
    """

    day = models.DateField()
    rendering = models.CharField(max_length=7)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    reads = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "count of reads"
        verbose_name_plural = "counts of reads"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "rendering", "day"], name="one_count_of_reads_a_page_and_day")
        ]
        indexes = [models.Index(fields=["day"], name="read_count_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.rendering} page {self.page_id}: {self.reads}"
