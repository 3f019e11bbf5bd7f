"""What the pages of resources show: each module makes the context of one page type's template."""
