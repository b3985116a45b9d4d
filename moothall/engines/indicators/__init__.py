from moothall.engines.indicators.elapsed import middle, ninetieth
from moothall.engines.indicators.shares import share
from moothall.engines.indicators.touch import LONGEST_SPELL, Act, touch_time

__all__ = ["LONGEST_SPELL", "Act", "middle", "ninetieth", "share", "touch_time"]
