"""A resident's own case: found with its reference and key, followed, read, asked about again."""
