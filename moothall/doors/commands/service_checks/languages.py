"""The languages in which everything that a resident reads is said."""

LANGUAGES = ("en", "cy")
