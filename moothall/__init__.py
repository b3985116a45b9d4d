"""Moothall: one front door for residents, one desk for the staff of many councils."""
