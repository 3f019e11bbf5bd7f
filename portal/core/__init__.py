"""What everything stands on: languages, scripts, status footnote, base page, blocks, visibility, registries."""
