# How dates and times are written. Each form that has its order by region is there twice: with the day before the month, and
# with the month before the day.

# 1 is January.
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
# 1 is Monday.
weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
# At the head of a calendar.
weekday-letters = { $day ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[other] Su
}

# Sunday 22 November
long-day = { $weekday } { NUMBER($day) } { $month }
    .month-first = { $weekday }, { $month } { NUMBER($day) }
# Sun 22 November
short-day = { $weekday } { NUMBER($day) } { $month }
    .month-first = { $weekday }, { $month } { NUMBER($day) }
# Sun, 22 November 2026
dated-day = { $weekday }, { NUMBER($day) } { $month } { $year }
    .month-first = { $weekday }, { $month } { NUMBER($day) }, { $year }
# Sun 22 Nov 2026
dated-short = { $weekday } { NUMBER($day) } { $month } { $year }
    .month-first = { $weekday }, { $month } { NUMBER($day) }, { $year }
# 22 November 2026
full = { NUMBER($day) } { $month } { $year }
    .month-first = { $month } { NUMBER($day) }, { $year }
# 22 Nov 2026
short = { NUMBER($day) } { $month } { $year }
    .month-first = { $month } { NUMBER($day) }, { $year }
# 22 Nov
day-and-month = { NUMBER($day) } { $month }
    .month-first = { $month } { NUMBER($day) }
# November 2026
month = { $month } { $year }

# 21:04, or 9:04 PM
time = { $hour }:{ $minute }
    .morning = { NUMBER($hour) }:{ $minute } AM
    .afternoon = { NUMBER($hour) }:{ $minute } PM

# 137 days
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
