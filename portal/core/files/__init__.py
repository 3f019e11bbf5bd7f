"""Files: is the content what the name says, and what can be read off it."""
