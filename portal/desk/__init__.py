"""The desk: where editors and translators keep hundreds of pages in six languages in step."""
