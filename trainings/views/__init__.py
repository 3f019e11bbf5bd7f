"""Pages of enrolments: one's own, and those of a training."""
