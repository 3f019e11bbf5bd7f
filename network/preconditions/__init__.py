"""The pages on preconditions of co-operation: the matrix, one report with its history, the form, the spreadsheet."""
