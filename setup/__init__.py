"""Set-up: everything between a fresh machine and a running Moothall. Standard library only.

`make run` and `make test` call it; it runs under the machine's own python3, before any package is there.
"""
