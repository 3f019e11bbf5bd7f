"""Records of trainings beside the pages, in the administration."""
