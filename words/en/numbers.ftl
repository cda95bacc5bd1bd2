# How numbers are written.

# Between the whole and its part: 28.8
decimal-mark = .
