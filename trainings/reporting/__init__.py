"""Indicators: who took part in trainings, counted. No name, and no number small enough to be one."""
