"""Everything of hers in one place: what happens next, what is held, who looked, and a copy of it."""
