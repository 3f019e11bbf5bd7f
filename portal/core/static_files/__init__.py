"""Static files: one style sheet for the browser, many small ones for those who write them."""
