"""Records of meetings in other languages: what there is to do, and the form side by side."""
