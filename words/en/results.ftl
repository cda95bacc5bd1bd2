empty = Here your days on LDN will be compared with your days without it, before or after. It begins with your first evening.
to-treatment = Go to treatment
to-reveal = Reveal it
phases = Phases to compare
items = What was rated
against-placebo = LDN against placebo
against-medicine = LDN against { $medicine }
before-believing = A change, not its cause
more-caveats = Also to know
count-late = Count days that were filled in later
count-imported = Count imported days
count-all = Count all days
trials = What the trials found
trials-note = These are means of many people in a trial, marked with a tick where a chart has them. Yours are days of one person: a mark to look at beside your own, not a goal or a forecast.
more = More for your doctor
figures = Figure by figure
everything = All items and phases
beside = Other medicines and support, by phase
# What a row of it counts: days on which none was taken, or on which it was needed.
days-without = { $medicine }: days without
days-needed = { $what }: days with it
column-what = What
column-a-day = A day, on average
column-such-days = Such days of those answered
method = How it was computed
in-chart = See every day in the chart
fewer = Show the newest

show-all = Show all { NUMBER($count) }
days-late = { $days ->
    [one] { $days } day of this diary was filled in later.
   *[other] { $days } days of this diary were filled in later.
}

days-imported = { $days ->
    [one] { $days } day of this diary was imported.
   *[other] { $days } days of this diary were imported.
}

# Before there is anything to compare.
waiting = { $recorded ->
    [0] Your baseline has no recorded day so far. Results compare later days with it.
    [one] Your baseline has { $recorded } recorded day so far. Results compare later days with it.
   *[other] Your baseline has { $recorded } recorded days so far. Results compare later days with it.
}
waiting-baseline = The trials had { NUMBER($trials) } baseline days: { NUMBER($lacking) } more to go.
    .full = That is as many as the trials used.
waiting-phase = After a phase begins, its first { NUMBER($settling) } days settle in; a first look is possible when { NUMBER($fewest) } more are recorded.

all-left-out = Nothing is compared: all days that could be were { $came }, and are left out now.

# The same in a diary that began on LDN.
waiting-on-ldn = Your diary began on LDN, so it has no days before it to compare with. The charts show how it goes.
    .next = A comparison needs days off LDN or on another dose, of which the first { NUMBER($settling) } don’t count. Some people and their prescribers plan weeks without LDN; days off it can be compared then.
# In one that began after LDN was stopped, and in one with placebo alone.
waiting-off = Your diary has no days on LDN, so there is nothing to compare these days with. The charts show how it goes.
    .next = A comparison needs days on LDN, of which the first { NUMBER($settling) } don’t count.
waiting-alone = This diary has no other days to compare these with. The charts show how it goes.
# What a phase averages: $means is "pain 52 (10 days), fatigue 60 (9 days)".
averages = { $phase }, { $first } to { DATETIME($last, form: "short") }: { $means }.
    .so-far = { $phase } since { $first }: { $means }.
average = { $item } { NUMBER($mean) } ({ $rated ->
    [one] { $rated } day
   *[other] { $rated } days
})

# Which days are compared; $name is "Before" or "LDN 4.5 mg".
window = { $name }: { DATETIME($first, form: "day-and-month") } to { DATETIME($last, form: "short") }

# $days is "28 days", $now "on LDN", $before "before" or "on placebo".
counted = From { NUMBER($recorded) } of { $days } { $now } and { NUMBER($recorded-before) } of { $days-before } { $before }.
    .now = { NUMBER($recorded) } of { $days } { $now } recorded.
    .before = { NUMBER($recorded) } of { $days } { $before } recorded; no day { $now } counts yet.
    .before-ended = { NUMBER($recorded) } of { $days } { $before } recorded; no day { $now } counts.
doses-taken = { NUMBER($taken) } of { NUMBER($planned) } doses are recorded as taken.
late-left-out = Days that were filled in later are left out.
late-counted = Days that were filled in later count like any other.
imported-left-out = Days that were imported are left out.
imported-counted = Days that were imported count like any other.

# What is known before there is a comparison.
so-far = So far { $when }: mean { NUMBER($mean) }, on { NUMBER($rated) } of { $days }.
    .ended = { $when }: mean { NUMBER($mean) }, on { NUMBER($rated) } of { $days }.
tolerability-note = Tolerability is asked only while you take LDN or placebo, so there is nothing before it to compare with. 100 means perfectly tolerated.

# The picture of the likely range.
range-note = The bar is the likely range (95 %), from { $worst } to { $best }; the dot is what your averages say.

# The other items, without a verdict.
others = The others, without a verdict
    .note = Of several, one may look changed by chance.
other-averages = { NUMBER($before) } → { NUMBER($after) }
    .placebo = { NUMBER($before) } on placebo → { NUMBER($after) } on LDN
other-range = likely range { $range }

# How far a dose is: in words, and at the marks of its bar.
progress = Day { NUMBER($day) } of { NUMBER($of) } on the way to the answer, which is final on { DATETIME($last, form: "full") }.
    .changes = Day { NUMBER($day) } of { NUMBER($of) } on this dose, which changes on { DATETIME($next, form: "full") }.
    .counts = Days count from day { NUMBER($first) } on.
    .settled = Days count since day { NUMBER($first) }.
    .today = day { NUMBER($day) } of { NUMBER($of) }
    .mark = settled in
    .mark-counts = counts from here
    .final = final on { DATETIME($last, form: "short") }
    .change = dose changes on { DATETIME($next, form: "short") }

wait-for = What to wait for
still-helps = What still helps
what-can-tell = What these days can tell
blinding = Both sides took something, so hope and attention weigh less here than against the baseline. It is only as good as the blinding: if you could tell which was which, it says less.
if-not-blinded = If you knew what you were taking, what you expected may have moved your ratings.

# The table of all comparisons.
column-item = Item
column-phase = Phase
column-state = State
column-days = Days
column-mean-before = Mean before
column-mean-in-phase = Mean in phase
column-difference = Difference
column-range = 95 % range
column-better = Better by %
column-range-of-it = 95 % range of it

# How far a comparison can go.
state-no-reference = nothing to compare with
state-too-short = too short
state-settling-in = settling in
state-too-few-days = too few days
state-always-the-same = always the same
state-early-look = early look
state-ready = ready
state-final = final

# Figure by figure: the name of each, what it holds, and how to read it.
standard-deviation-note = How far days lie from their mean.
# $reference is "before", "off LDN" or "on placebo".
before-and-now = { NUMBER($before) } { $reference }, { NUMBER($after) } { $now }
better-days = Better days (NAP)
    .share = { NUMBER($share) } % of pairs
    .note = The day { $now } was the better one in { NUMBER($share) } % of all pairs of a day { $reference } and a day { $now }; 50 % means no difference.
typical-shift = Typical shift (Hodges-Lehmann)
    .note = The middle one of all differences between a day { $now } and a day { $reference }.
difference-95 = Difference, 95 % range
difference-80 = Difference, 80 % range
improvement = Improvement in percent, 95 % range
    .note = Above 0 is better.
at-least = At least { NUMBER($percent) } % better
    .points = At least { $points } better
    .note = Model probability, no placebo control.
    .note-placebo = Model probability.
correlation = Day-to-day correlation
    .note = 0: each day stands alone. Near 1: a day is much like the one before.
wave-share = Share of slow waves
    .note = How much of the ups and downs comes in waves of weeks: 0 none of it, at most { NUMBER($most) } %.
better = Any improvement
final-days = { $days ->
    [one] Final day
   *[other] Final { $days } days
}
    .mean = mean { NUMBER($mean) } of { $recorded ->
    [one] { $recorded } day recorded
   *[other] { $recorded } days recorded
}
    .better = { final-days.mean }, { NUMBER($percent) } % better than the baseline
    .worse = { final-days.mean }, { NUMBER($percent) } % worse than the baseline
    .note = As in the trial of 2013. Three days are a noisy sample of one person.
slope = Slope of the baseline
    .exact = { NUMBER($slope) } points a week
    .range = { NUMBER($slope) } points a week (80 %: { $range })
    .note = Was it changing before this phase began?
trend = Difference beside a common trend
    .range = { NUMBER($step) } points (95 %: { $range })
    .note = What is left if both windows follow one straight line. Slow effects of LDN would hide in the line.
too-uncertain = too uncertain to say
days-recorded = Days recorded
    .shares = { NUMBER($before) } % before, { NUMBER($now) } % now
points-range = { $range } points
percent-range = { NUMBER($percent) } % ({ $range })

# How it was computed, in short.
method-windows = Before: the recorded days of the first baseline, or without one those off LDN, on an earlier dose, on placebo or on another medicine. After: day { NUMBER($first) } to day { NUMBER($last) } since the phase began or the dose changed; the days after them are not added. A missing day is left out; it is never 0 and never filled in.
method-range = The range (95 % and 80 %) is that of a model in which each day resembles the one before and days come in waves of weeks; how strongly is averaged over, and either side may vary more than the other. Gaps keep their length. It may be read every day.
method-main = A verdict is given for one item alone, pain unless a card names another: of several one may look changed by chance.
method-cause = One switch from before to after can't tell LDN from time, season or hope. Only going on and off again, hidden, can.
