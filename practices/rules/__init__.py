"""Predicates that give a refusal its reason."""
