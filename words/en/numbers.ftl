# How numbers are written.

# Between the whole and its part: 28.8
decimal-mark = .
# Between thousands, from five digits on: 40,000
group-mark = ,

# From the lower to the higher: −31.4 to −12.4
range = { NUMBER($low) } to { NUMBER($high) }
# One thing more in a list.
list = { $first }, { $next }
# Where there is no number.
none = –
