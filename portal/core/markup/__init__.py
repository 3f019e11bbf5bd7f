"""Reading HTML and XML without rebuilding it: what is text, in which language, and where exactly it stands."""
