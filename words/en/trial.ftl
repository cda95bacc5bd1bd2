# A comparison in words: the sentence that stands first, what has to be said beside it, and what helps it on.

# Amounts; $size has no sign.
percent = { NUMBER($size) } %
    .lower = { percent } lower
    .higher = { percent } higher
    .better = { percent } better
    .worse = { percent } worse
# A change in points and in percent: "20 points or 31 % lower".
-both = { $size ->
    [one] { $size } point
   *[other] { $size } points
} or { NUMBER($percent) } %
both-lower = { -both } lower
both-higher = { -both } higher
# The same in a cell of a table, whose head names the units: "20 (31 %) better", "16 better".
cell-better = { NUMBER($points) } better
cell-worse = { NUMBER($points) } worse
cell-both-better = { NUMBER($points) } ({ NUMBER($percent) } %) better
cell-both-worse = { NUMBER($points) } ({ NUMBER($percent) } %) worse
points = { $size ->
    [one] { $size } point
   *[other] { $size } points
}
    .lower = { points } lower
    .higher = { points } higher
    .better = { points } better
    .worse = { points } worse
no-change = no change

# $when is "On LDN", $item "your pain", $reference "before", "off LDN" or "on placebo".
-averages = { $when } { $item } averaged { NUMBER($after) } against { NUMBER($before) } { $reference }

# The likely range: "7 to 31 points lower" on one side, "37 points lower to 4 points higher" on both.
range = { $near } to { $far }
# With it: $change is "20 points or 31 % lower".
ranged = { -averages }: { $change } (likely range { $range }).
# The same on both sides, of the item with a verdict.
open = { -averages } ({ $change }), but your days vary so much that the real change could be anywhere from { $range }.
# After it.
cannot-tell = This diary can't tell.
    .yet = This diary can't tell yet.

# Without a likely range.
too-few-days = { -averages } — too few days for a likely range.
always-the-same = { -averages } — every day is the same, so no likely range can be worked out.
baseline-over = { $recorded ->
    [one] Your baseline is over with { $recorded } recorded day; this comparison will stay without a range.
   *[other] Your baseline is over with { $recorded } recorded days; this comparison will stay without a range.
}
    .left-out = Of your baseline { NUMBER($recorded) } days count, and { NUMBER($left-out) } are left out as they were { $came }; this comparison will stay without a range.
too-few-left = Too few days are left for it; this comparison will stay without a range.
first-look-possible = If you record every day, a first look is possible on { DATETIME($day, form: "full") }.

# Without averages.
no-days-off = There is no day off LDN with { $item } that counts, so there is nothing to compare these days with: the first { NUMBER($settling) } days after stopping don't count.
# $item is "your pain", $days what follows.
unrated = There is no comparison of { $item }: it is rated on none of { $days } that count.
left-out = There is no comparison of { $item }: all of { $days } that count and have a rating of it were { $came }, and are left out now.
# How days came that are left out: what $came stands for, after "were".
came-late = filled in later
came-imported = imported
came-late-or-imported = filled in later or imported
baseline-days = the baseline days
# $when is "off LDN" or "on the later dose".
days-of = the days { $when }
not-yet = There is no comparison of { $item } yet.
settling-in = There is no comparison of { $item } yet: the first { NUMBER($settling) } days after a change don't count.
begins-later = There is no comparison of { $item } yet: the days that this question counts begin on { DATETIME($first, form: "full") }.
no-day-left = There will be no comparison of { $item }: the first { NUMBER($settling) } days after a change don't count, and no other day is left.
nothing-taken-yet = There is no comparison of { $item } on LDN and { $when } yet: the first { NUMBER($settling) } days after a change don't count, and both need days after that.

# Whether the likely range reaches the drop of this size.
drop-reached = That is more than the { NUMBER($drop) } % drop pain trials call a moderately important improvement.
drop-open = It may or may not reach the { NUMBER($drop) } % drop pain trials call a moderately important improvement.
drop-missed = That is less than the { NUMBER($drop) } % drop pain trials call a moderately important improvement.

# Beside the number in large letters.
headline-lower = lower { $item } { $when }
    .small = The averages: { $number } { headline-lower }
    .beside = { $number } { headline-lower }
headline-higher = higher { $item } { $when }
    .small = The averages: { $number } { headline-higher }
    .beside = { $number } { headline-higher }
headline-same = change in { $item } { $when }
    .small = The averages: { $number } { headline-same }
# In the place of the number.
headline-better = Better
headline-worse = Worse
headline-open = Can’t tell
    .yet = Can’t tell yet

# How far an answer has come.
stage-early-look = Early look
    .final = Early look, and stays one: its days ended on { DATETIME($day, form: "full") }
stage-so-far = So far
stage-final = Final since { DATETIME($day, form: "full") }
# Of a trial of one; the day is the first without it.
stage-stopped = Stopped on { DATETIME($day, form: "full") }
    .early-look = { stage-stopped }, an early look
# What became of the days of a final answer since it was first read. $anew is a sentence.
changed-days = { $days ->
    [one] { $days } of these days was changed after { DATETIME($day, form: "full") }, when this answer was first read and kept. Worked out anew: { $change } (likely range { $range }).
   *[other] { $days } of these days were changed after { DATETIME($day, form: "full") }, when this answer was first read and kept. Worked out anew: { $change } (likely range { $range }).
}
    .no-range = { $days ->
    [one] { $days } of these days was changed after { DATETIME($day, form: "full") }, when this answer was first read and kept. What is left of them gives no likely range.
   *[other] { $days } of these days were changed after { DATETIME($day, form: "full") }, when this answer was first read and kept. What is left of them gives no likely range.
}
# After a final answer.
since = Since then, on { NUMBER($rated) } of { $days ->
    [one] { $days } day
   *[other] the last { $days } days
} { $when }: mean { NUMBER($mean) }. This is an average without a verdict.
    .sampled = Since then, on { NUMBER($rated) } of the { $days ->
    [one] { $days } day
   *[other] { $days } days
} of the last four weeks that the diary asked of { $when }: mean { NUMBER($mean) }. This is an average without a verdict.
# Before the change of dose.
before-change = On the dose before, up to { DATETIME($last, form: "full") }: { $sentence }
    .step = The change of dose before that, up to { DATETIME($last, form: "full") }: { $sentence }

# How likely the change is that a card asks for; $points is "10 points", $chance "very likely", $percent "95 %".
asked-for = By the { $points } you asked for: { $chance } ({ $percent }).
    .in-vain = How likely the { $points } are that you asked for can’t be told: every day is the same, so nothing shows how far days move by chance.
# Beside what change the days could tell.
you-asked = You asked for { $points }.
chance-almost-certainly = almost certainly
chance-very-likely = very likely
chance-likely = likely
chance-as-likely-as-not = about as likely as not
chance-unlikely = unlikely
chance-very-unlikely = very unlikely
chance-almost-certainly-not = almost certainly not
under = under 1 %
over = over 99 %

# What has to be said beside a comparison.
caveat-same = Both averages are the same. That alone says nothing about what LDN does, or does not do.
caveat-worse-after-stopping = This shows a change after stopping, not its cause. The season, a flare, another change in your treatment or stopping itself can do this. If it goes on, talk to your prescriber.
caveat-after-stopping = This shows how the days after stopping compare, not why. The season, a flare or other treatments can move them either way.
caveat-worse = This shows a change for the worse, not its cause. The season, a flare or another change in your treatment can do this too. Talk to your prescriber about it.
# The numbers are those of the trial, in percent.
caveat-cause = This shows a change, not its cause. Expecting to feel better, starting during a bad spell, the season or other treatments can all do this: in the Stanford trial of 2013 pain fell { NUMBER($placebo) } % on placebo and { NUMBER($ldn) } % on LDN.
caveat-not-blinded = You knew what you were taking.
caveat-days = Counted are { NUMBER($before) } of { $of-before ->
    [one] { $of-before } day
   *[other] { $of-before } days
} before and { NUMBER($after) } of { $of-after ->
    [one] { $of-after } day
   *[other] { $of-after } days
} after.
caveat-imported = { $days ->
    [one] { $days } of the days compared with was imported from another diary, where it may have been asked in another way.
   *[other] { $days } of the days compared with were imported from another diary, where they may have been asked in another way.
}
caveat-improving = It was already getting better before this phase began.
caveat-short-baseline = { $recorded ->
    [one] The baseline has { $recorded } recorded day; the trials had { NUMBER($trials) }.
   *[other] The baseline has { $recorded } recorded days; the trials had { NUMBER($trials) }.
}
caveat-dose-changed = The dose changed or LDN was paused in this phase. The first { NUMBER($settling) } days on the last dose, and all days before, are not counted.
caveat-doses-missed = LDN is recorded as taken on { NUMBER($taken) } of the { NUMBER($planned) } days compared. Days without an answer are not known.
caveat-other-medicine = { $days ->
    [one] Another medicine changed on { $days } day.
   *[other] Another medicine changed on { $days } days.
}
caveat-carry-over = What LDN did may last for a while after stopping: the first { NUMBER($settling) } days off it don't count, and the later ones are still not a second baseline.
caveat-two-doses = Both sides are days on LDN: they compare two doses and can't say what LDN itself does. The first { NUMBER($settling) } days on the later dose don't count, since what the earlier one did may last for a while.
caveat-two-medicines = Both sides took something: this compares LDN with another medicine and can’t say what either of them does beside none. They were taken one after the other, and whatever else changed in between moves the averages too.
caveat-uneven = One side has far more of its days recorded than the other. If you skip your worst or your best days, that alone can look like a change.
caveat-many-missing = Many days are missing. The missing ones may have been different.
caveat-sampled = { $days ->
    [one] { $days } of the days compared is not counted as missing: the diary did not ask on it, as you had chosen.
   *[other] { $days } of the days compared are not counted as missing: the diary did not ask on them, as you had chosen.
} Fewer days make a wider range.
caveat-unasked = { $days ->
    [one] { $days } of the days compared was filled in although the diary did not ask.
   *[other] { $days } of the days compared were filled in although the diary did not ask.
} Days that are picked may be better or worse than the others, and that alone can look like a change.

# What to wait for, or to do.
next-first-look = { $entries ->
    [one] Ready for a first look on { DATETIME($day, form: "full") }, with { $entries } more entry.
   *[other] Ready for a first look on { DATETIME($day, form: "full") }, with { $entries } more entries, one each day.
}
next-settles = The first { NUMBER($settling) } days after a change settle in and don't count, then it needs { NUMBER($fewest) } recorded days.
next-stays-early = { $recorded ->
    [one] It will stay an early look: your baseline is over with { $recorded } recorded day, and a full comparison takes { NUMBER($full) }.
   *[other] It will stay an early look: your baseline is over with { $recorded } recorded days, and a full comparison takes { NUMBER($full) }.
}
next-no-baseline = What is recorded now still shows how it goes from here on.
next-count-left-out = Count the days that were { $came } to see what they say.
next-days-off = Some people and their prescribers plan weeks without LDN; days off it can be compared, but for the first { NUMBER($settling) }.
next-chart = There will not be enough days for a likely range. All days still stand in the chart.
next-paused = LDN is paused. Its days count again { NUMBER($settling) } days after it is taken again.
next-averages = The averages can still be read. Days that you record from here on still stand in the chart and in the report for your doctor.
next-early = This is an early look. With an entry on each day it becomes a full comparison on { DATETIME($day, form: "full") }.
# $when is "off LDN" or "on the earlier dose".
next-early-reference = { $recorded ->
    [one] This stays an early look: { $recorded } recorded day { $when } counts, and a full comparison takes { NUMBER($full) }.
   *[other] This stays an early look: { $recorded } recorded days { $when } count, and a full comparison takes { NUMBER($full) }.
}
next-early-ended = This stays an early look: few recorded days count, and no more are added.
next-early-baseline = { $recorded ->
    [one] This stays an early look: the baseline has { $recorded } recorded day, and a full comparison takes { NUMBER($full) }.
   *[other] This stays an early look: the baseline has { $recorded } recorded days, and a full comparison takes { NUMBER($full) }.
}
next-final = The answer is final on { DATETIME($day, form: "full") }, day { NUMBER($days) } of this dose; until then it can still change.
    .others-grow = The answer is final on { DATETIME($day, form: "full") }; until then days { $when } are added to the comparison.
    .card = The answer is final on { DATETIME($day, form: "full") }, the day of your card; until then it can still change.
    .phase-ends = The answer is final on { DATETIME($day, form: "full") }, when this phase ends; until then it can still change.
next-change = The dose changes on { DATETIME($day, form: "full") }. From then on the days of the new dose are counted.

# What change days could tell: $change and $longer are "14 points".
plan = With days like yours, { NUMBER($weeks) } weeks on one dose can tell a change of about { $change }.
    .longer = With days like yours, { NUMBER($weeks) } weeks on one dose can tell a change of about { $change }; after { NUMBER($baseline) } weeks of baseline, about { $longer }.
plan-pairs = In { NUMBER($pairs) } pairs of { NUMBER($weeks) } weeks on and { NUMBER($weeks) } weeks off, in random order and hidden, it could be about { $change }.
