# What stands in and beside the charts: titles that say what was found, the same in sentences, tables.

# The story of all days. $before and $on-ldn are means from 0 to 100.
title-both = { $days ->
    [one] { $item }: mean { NUMBER($before) } in baseline, { NUMBER($on-ldn) } on LDN (all { $days } day)
   *[other] { $item }: mean { NUMBER($before) } in baseline, { NUMBER($on-ldn) } on LDN (all { $days } days)
}
    .from = { $days ->
    [one] { $item }: mean { NUMBER($before) } in baseline, { NUMBER($on-ldn) } on LDN from { DATETIME($from, form: "full") } (all { $days } day)
   *[other] { $item }: mean { NUMBER($before) } in baseline, { NUMBER($on-ldn) } on LDN from { DATETIME($from, form: "full") } (all { $days } days)
}
title-baseline = { $item }: mean { NUMBER($before) } in baseline
# Of a part of the days.
title-in-sight = { $days ->
    [one] { $item }: mean { NUMBER($mean) } of the { $days } rated day in sight
   *[other] { $item }: mean { NUMBER($mean) } of the { $days } rated days in sight
}
title-days = { $item }, day by day

recorded = { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded of { NUMBER($all) }.
    .late = { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded of { NUMBER($all) }, { NUMBER($late) } of them late.
    .only = { DATETIME($day, form: "full") }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded of { NUMBER($all) }.
    .imported = { $days ->
    [one] { $days } day was imported.
   *[other] { $days } days were imported.
}
# How closely the days are drawn.
drawn-mean = Drawn is the { NUMBER($days) }-day mean; choose a quarter to see single days.
    .weekly = Drawn is the { NUMBER($days) }-day mean once a week, and marks as high as the week has such days; choose a quarter to see single days.
# An item through the phases: $means is a list of "LDN 47 (78 of 84 days)".
means = { $item } (0 { $low }, 100 { $high }): { $means }.
    .many = { $item } (0 { $low }, 100 { $high }): { $first }, and of { NUMBER($later) } later phases the last { NUMBER($named) }: { $means }.
phase-mean = { $phase } { NUMBER($mean) } ({ NUMBER($rated) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
})
no-day-yet = No day is recorded yet.

# Tables.
day = Day
days = Days
week-from = Week from
phase = Phase
recorded-column = Recorded
late = late
imported = imported
too-few-days = too few days
dose = Dose
days-counted = Days counted
days-of = Days of
mean = Mean
median = Median
standard-deviation = Standard deviation
difference-in-points = Difference in points
likely-range = Likely range (95 %)
side-effect = Side effect
days-with-it = Days with it
share = Share
episodes = Episodes
weekday = Weekday
too-few = too few
some-of-all = { NUMBER($some) } of { NUMBER($all) }
percent-range = { NUMBER($low) } to { NUMBER($high) } %

# What the likely range stands on.
same = same
worse = { NUMBER($points) } worse
better = { NUMBER($points) } better
# How much lower pain would be after a drop of so many percent.
asked-for = you asked for { NUMBER($points) }
important-drop = { NUMBER($percent) } % lower

# Day by day: every day a dot.
spread-title = { $days ->
    [one] { $item }, day by day: { NUMBER($before) } { $reference }, { NUMBER($after) } { $when } ({ $days } counted day)
   *[other] { $item }, day by day: { NUMBER($before) } { $reference }, { NUMBER($after) } { $when } ({ $days } counted days)
}
spread-row = { $days ->
    [one] { $name }: mean { NUMBER($mean) } of { $days } day
   *[other] { $name }: mean { NUMBER($mean) } of { $days } days
}
spread-summary = Each dot is a day, the upright line the mean.
spread-side = { $name }: mean { NUMBER($mean) }.
    .varied = { $name }: mean { NUMBER($mean) }, days differ from it by about { NUMBER($deviation) }.
# The ends of the scale where there is little room.
low = 0 { $end }
high = { $end } 100
low-none = none
high-worst = worst
low-sleep = no sleep
high-sleep = slept very well
low-tolerability = not tolerated
high-tolerability = perfectly tolerated
low-thinking = could not think
high-thinking = thought clearly

# Each dose of a phase.
doses-title = { $item } on each dose
    .range = { $item } on each dose: means from { NUMBER($low) } to { NUMBER($high) }
    .same = { $item } on each dose: mean { NUMBER($mean) } on all
dose-from = { $dose } from { DATETIME($from, form: "day-and-month") }
    .unknown = no planned dose, from { DATETIME($from, form: "day-and-month") }
dose-row = { $dose }: { $found }
dose-mean = { $days ->
    [one] mean { NUMBER($mean) }, { $days } day
   *[other] mean { NUMBER($mean) }, { $days } days
}
    .no-range = { $days ->
    [one] mean { NUMBER($mean) }, { $days } day, no range
   *[other] mean { NUMBER($mean) }, { $days } days, no range
}
    .settling = mean { NUMBER($mean) }, all settling in
    .not-compared = { $days ->
    [one] mean { NUMBER($mean) } on { $days } day, all settling in: not compared
   *[other] mean { NUMBER($mean) } on { $days } days, all settling in: not compared
}
dose-none = no recorded day
# $when is "off LDN", "on placebo" or "on amitriptyline".
doses-against = Against the days { $when }. The first { NUMBER($settling) } days on a dose settle in and are not compared.
    .baseline = Against the baseline. The first { NUMBER($settling) } days on a dose settle in and are not compared.
doses-follow = Doses follow each other, so a later one also had more time.

# A sentence on a dose, or on a side effect through the phases.
about = { $what }: { $found }.

# The week.
weekdays-title = { $days ->
    [one] { $item } by weekday, all { $days } day
   *[other] { $item } by weekday, all { $days } days
}
    .range = { weekdays-title }: { $when } from { NUMBER($low) } ({ $low-day }) to { NUMBER($high) } ({ $high-day })
weekdays-summary = The mean of each weekday: hollow { $before }, filled { $when }. A few days each: small differences mean nothing.

# Side effects by phase.
side-effects-title = Side effects: share of answered days with each
side-effects-ticks = Ticks are the share of people in the trial; yours are days of one person.
side-effect-phase = { $phase } { NUMBER($some) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
# $phases is a list of the former.
side-effect-few = { $effect }: { $phases } (too few to compare).
side-effect-trial = In the trial, { NUMBER($ldn) } % of people on LDN and { NUMBER($placebo) } % on placebo had it.
in-the-trial = In the trial
    .shares = placebo { NUMBER($placebo) }, LDN { NUMBER($ldn) } %
