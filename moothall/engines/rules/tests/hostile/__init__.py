"""Rule files that somebody might send to do harm or by mistake; each must be refused, in bounded time and
memory.
"""
