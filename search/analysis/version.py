"""The version of the analysis, part of the names of what is made with it."""

#: Raise it with every change of tokens, spellings, lemmas or stems: tables and indexes are then made anew.
ANALYSIS_VERSION = "8"
