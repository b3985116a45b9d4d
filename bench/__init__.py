"""What things cost. Each program here prints a figure beside its floor, and is never a timed test."""
