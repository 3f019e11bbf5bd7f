"""The pages, in the order in which one comes by: a file, its columns, its rows, what became of them."""
