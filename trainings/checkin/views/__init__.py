"""The page on the wall, and what participants see when they have scanned or typed its code."""
