"""Looking at pages for what is to be done, and remembering it for the reports."""
