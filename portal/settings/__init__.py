"""Settings: base, and one small module for each way of running."""
