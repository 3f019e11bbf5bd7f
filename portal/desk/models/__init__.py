"""What the desk keeps: who translates what until when, and how often pages are read in which language."""

from portal.desk.models.assignment import Assignment, AssignmentQuerySet
from portal.desk.models.read_count import ReadCount

__all__ = ["Assignment", "AssignmentQuerySet", "ReadCount"]
