"""The checks behind `moothall services check`, a file for each thing that can be wrong."""
