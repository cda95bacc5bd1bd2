# The answer of a trial of one: what is said of it on its page.

name = Trial of one from { DATETIME($date, form: "short") }
# Of one that was stopped; $went is "1 whole pair and 4 days of the next, of 3 pairs planned".
windows-stopped = Stopped: { $went }. { DATETIME($first, form: "day-and-month") } to { DATETIME($last, form: "short") }. The first { NUMBER($settling) } days of each period don’t count.
windows = { NUMBER($pairs) } pairs of periods on LDN and on placebo: { DATETIME($first, form: "day-and-month") } to { DATETIME($last, form: "short") }. The first { NUMBER($settling) } days of each don’t count.
# Where a side has no day that counts.
none = There is no comparison of { $item }: the first { NUMBER($settling) } days of each period don’t count, and of the others not both LDN and placebo have one.

# Each pair as a line.
pairs-title = Pair by pair: { $item } on placebo and on LDN
    .lower = Pair by pair: { $item } is lower on LDN in { NUMBER($some) } of { NUMBER($all) } pairs
    .higher = Pair by pair: { $item } is higher on LDN in { NUMBER($some) } of { NUMBER($all) } pairs
pairs-summary = A line for each pair, from the mean on placebo (hollow) to the mean on LDN (filled). One pair alone says little.
pair = Pair { NUMBER($number) }
    .both = Pair { NUMBER($number) }: { NUMBER($placebo) } on placebo, { NUMBER($ldn) } on LDN
    .no-ldn = Pair { NUMBER($number) }: { NUMBER($placebo) } on placebo, no day that counts on LDN
    .no-placebo = Pair { NUMBER($number) }: { NUMBER($ldn) } on LDN, no day that counts on placebo
    .neither = Pair { NUMBER($number) }: no day that counts
column-pair = Pair
column-order = Taken in this order
column-placebo = Mean on placebo (days)
column-ldn = Mean on LDN (days)
mean-placebo = Mean on placebo
mean-ldn = Mean on LDN

# What belongs to the answer.
about = How the trial went
taken = Taken
guessed = Guessed
tolerated = Tolerability
    .value = LDN { $ldn }, placebo { $placebo }
    .note = The mean, of 100, of all days rated, with the first { NUMBER($settling) } of each period, which a comparison leaves out; how many days in brackets. 100 is perfectly tolerated.
order = Order
not-guessed = No period was guessed.
doctor = The page for your doctor has the whole of it
    .to = To the report

# What has to be known before believing it.
before-believing = Before believing it
caveat-drawn = Chance drew the order, and it was sealed: on the average of all draws, hope, the season and good or bad spells weigh on both sides alike. In this one they need not: what is left is chance, which is large with so few periods, and what you noticed. It says nothing of other people or of other times.
    .worse = { caveat-drawn } Talk to your prescriber about a change for the worse.
caveat-carry-over = The first { NUMBER($settling) } days of each period are left out, so that what came before can wear off. What lasts longer than that is not seen.
caveat-seen = The order was seen on { DATETIME($date, form: "full") } and sealed again.
caveat-early = It was revealed on { DATETIME($date, form: "full") }, before its end. Days from then on don’t count: you knew what you were taking.
caveat-stopped = It was stopped: from { DATETIME($date, form: "full") } on there is no day of it.
caveat-moved = { $periods ->
    [one] { $periods } bottle was begun on another day than planned.
   *[other] { $periods } bottles were begun on another day than planned.
}
caveat-pair-missing = { $pairs ->
    [one] { $pairs } pair has no day that counts on one side. Its other days count all the same.
   *[other] { $pairs } pairs have no day that counts on one side. Their other days count all the same.
}
# $guesses is "Guesses of 6 periods: 4 right, 1 wrong, 1 don’t know".
caveat-guessed = { $guesses }. Where what was taken is known, hope can move ratings; a clear effect or a side effect can give it away too.
# $order is "LDN then placebo".
caveat-same-order = Chance drew the same order in all pairs, { $order }: what worsens or improves steadily counts for one side.
caveat-doses = Recorded as taken: { $doses }. Days without an answer are not known.
caveat-late = { $days ->
    [one] { $days } day of the trial was filled in later and counts.
   *[other] { $days } days of the trial were filled in later and count.
}
caveat-imported = { $days ->
    [one] { $days } day of the trial was imported and counts; it may have been asked in another way.
   *[other] { $days } days of the trial were imported and count; they may have been asked in another way.
}
caveat-seal = The order in this diary does not fit the seal of the trial: it is not the one that was drawn. Don’t build on this answer.

# For a doctor.
randomisation = Where chance had drawn the order otherwise
    .value = { NUMBER($share) } of all { NUMBER($ways) } orders
    .note = If LDN and placebo were alike, so large a share of the orders that chance could have drawn would show a mean difference of the pairs at least as far on the better side as this one (randomisation p); with so many pairs it is 1 of { NUMBER($ways) } at least. It does not say how likely it is that LDN makes a difference.
method = All days of the periods on LDN that count are compared with all on placebo: from day { NUMBER($first) } of each period to its last, in whatever order they came. A missing day is left out; it is never 0 and never filled in.
    .guesses = Bang’s index of each arm: (right − wrong) of all guesses.
