"""What if something changed: her answers and a copy of them side by side, and what is left of more pay."""
