"""Trainings: courses, runs, enrolment, attendance, certificates, indicators."""
