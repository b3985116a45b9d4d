"""What the desk answers with, one file for each thing an officer does."""
