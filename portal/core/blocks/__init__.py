"""Blocks of long texts, and fields for them that keep block definitions out of migrations."""
