"""Writes of the desk: translations are given, taken, given back and finished."""
