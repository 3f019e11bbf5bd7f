"""The full check of `make test`: static checks, then the suite on every engine, then in a browser."""
