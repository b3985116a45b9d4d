"""Django's SQLite, for a file that may go away while it is open."""
