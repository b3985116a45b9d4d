"""The other installations of Moothall: which there are, and that a message is really one of theirs."""
