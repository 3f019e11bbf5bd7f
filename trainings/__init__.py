"""Trainings: what is taught, when it is given, who takes part."""
