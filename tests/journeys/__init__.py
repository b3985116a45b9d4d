"""Whole journeys in a real browser: the sentences of what people can do, done."""
