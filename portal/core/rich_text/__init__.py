"""Links within texts, as each reader gets them."""
