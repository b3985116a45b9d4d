"""The interview: one question a page, from the first answer to the moment of sending."""
