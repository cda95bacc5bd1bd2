# What stands on paper, which the doctor reads: the report, its drawings, and the foot of each page. Means, days and doses
# stand for themselves where there is little room: 64 (12).

title = Symptom diary: low-dose naltrexone
    .with-days = { title }, { $span }
# The days that are shown, where there are several.
span = { DATETIME($first, form: "short") } to { DATETIME($last, form: "short") }
    .from-month = { $month } to { DATETIME($last, form: "short") }
    .in-one-year = { DATETIME($first, form: "day-and-month") } to { DATETIME($last, form: "short") }
foot = Symptom diary, { $span } · { $fingerprint }
page = page { $number } of { $of }
origin = Data fingerprint { $fingerprint } (of the whole diary; the same data gives the same one) · LDN Diary { $version }

# Below the title.
by-the-patient = recorded by the patient
complete-none-late = { NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded, none late
complete = { NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded, { NUMBER($late) } late
    .left-out = { NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
} recorded, { NUMBER($late) } late, left out of all figures
days-imported = { $days ->
    [one] { $days } day imported
   *[other] { $days } days imported
}
    .left-out = { days-imported }, left out of all figures
days-not-asked = { $days ->
    [one] not asked on { $days } day
   *[other] not asked on { $days } days
}
no-entries-since = no entries since { DATETIME($date, form: "short-unbroken") }

# Phases and doses: LDN 19 Jan to 12 Apr 2026: 1.5 mg; 4.5 mg from 2 Feb 2026
phase = { $phase } { $span }
    .doses = { $phase } { $span }: { $doses }
    .taken = { $phase } ({ NUMBER($taken) } of { NUMBER($planned) } doses recorded as taken)
dose-from = { $dose } from { DATETIME($date, form: "short") }
more-phases = and { NUMBER($phases) } more phases, listed behind this page
all-phases = All phases and doses
means-of-phases = Means of all days of each phase

# The finding in one sentence. What stands in <b> is what the eye should catch. $place says when: "on LDN 4.5 mg".
averaged = { $name } averaged <b>{ NUMBER($after) }</b> { $place } ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}) against <b>{ NUMBER($before) }</b> { $reference } ({ NUMBER($baseline-recorded) } of { $baseline-days ->
    [one] { $baseline-days } day
   *[other] { $baseline-days } days
}): <b>{ $change }</b>, likely range { $range }.
averaged-cannot-tell = { $name } averaged <b>{ NUMBER($after) }</b> { $place } ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}) against <b>{ NUMBER($before) }</b> { $reference } ({ NUMBER($baseline-recorded) } of { $baseline-days ->
    [one] { $baseline-days } day
   *[other] { $baseline-days } days
}): <b>{ $change }</b>, likely range from { $range }, so these days can't tell.
averaged-too-few-days = { $name } averaged <b>{ NUMBER($after) }</b> { $place } ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}) against <b>{ NUMBER($before) }</b> { $reference } ({ NUMBER($baseline-recorded) } of { $baseline-days ->
    [one] { $baseline-days } day
   *[other] { $baseline-days } days
}); too few days for a likely range.
averaged-no-variation = { $name } averaged <b>{ NUMBER($after) }</b> { $place } ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}) against <b>{ NUMBER($before) }</b> { $reference } ({ NUMBER($baseline-recorded) } of { $baseline-days ->
    [one] { $baseline-days } day
   *[other] { $baseline-days } days
}); every day is the same, so there is no likely range.
# How far the answer has come: "Final since 12 April 2026".
staged = { $stage }: { $sentence }
# What it is compared with, within these sentences.
at-baseline = at baseline
# When, within these sentences: with the dose, and where there are several phases of a kind.
with-dose = { $phase } { $dose }
the-phase-from = { $place }, the phase from { DATETIME($date, form: "short-unbroken") }
# A second phase beside it. "It" is what the sentence before is about.
beside = { $when } it averaged <b>{ NUMBER($mean) }</b> ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
    .from = { $when }, the phase from { DATETIME($date, form: "short-unbroken") }, it averaged <b>{ NUMBER($mean) }</b> ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
beside-washout = After stopping it averaged <b>{ NUMBER($mean) }</b> ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
    .before = In the washout before that it averaged <b>{ NUMBER($mean) }</b> ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
    .from = In the washout from { DATETIME($date, form: "short-unbroken") } it averaged <b>{ NUMBER($mean) }</b> ({ NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).

# Where there is no finding yet.
nothing = Nothing is recorded in these days, so there is nothing to show.
no-comparison = Nothing is compared yet: the diary is still in its baseline.
baseline-alone = { $name } averaged <b>{ NUMBER($mean) }</b> over { NUMBER($rated) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
} so far. { no-comparison }
averaged-so-far = { $name } averaged <b>{ NUMBER($mean) }</b> { $place } ({ NUMBER($rated) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
alone = Nothing is compared: the diary has neither a baseline nor days both on and off LDN.
not-rated = { $name } is not recorded { $place }, so there is nothing to compare.
    .left-out = { $name } is recorded { $place } on no day but such as were { $came } and are left out.
# $when is "off LDN" or "on placebo".
no-day-counts = { $name } is not compared: the first { NUMBER($days) } days { $when } do not count, and none that does is rated.
settling-in = { $name } is not compared yet: the first { NUMBER($days) } days after a change do not count.
    .ended = { $name } can't be compared: the first { NUMBER($days) } days after a change do not count, and no other day is left.
# $when is "at baseline" or "on LDN".
none-rated = { $name } is not compared: it is rated on none of the days { $when } that count.
left-out = { $name } is not compared: its days { $when } that count were all { $came } and are left out.

# The drawing, and how it is read. $line says what the line is.
legend-marks = Dot: a day. Hollow: recorded later than its day.
    .imported = { legend-marks } Ring with a dot: imported from another diary.
legend = { $marks } A day without an answer has no dot. { $line } Dashed: mean of the phase.
    .bars = { $legend } Bars: the days compared.
drawing = { $names } of each day from { $span }, one above the other, with the phases behind them; the figures stand in the tables.
item-chart = { $name }, { $span }
    .answered = { NUMBER($answered) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
} answered
    .described = { $title }: { $answered }. { $legend }
ends = 0 { $low }, 100 { $high }
    .higher-is-better = 0 to 100, higher is better
    .lower-is-better = 0 to 100, lower is better
dose = Dose
compared-days = Compared
month-and-year = { $month } { $year }

# The table of ratings.
ratings = Ratings, 0 to 100
against-baseline = { $phase } against baseline
against-off = { $phase } against days off LDN
against-placebo = { $phase } against placebo
against-medicine = { $phase } against { $medicine }
against-step = { $phase } against an earlier dose
further-ratings = Further ratings
column-mean = Mean, 0 to 100 (n days)
column-median = Median
column-deviation = SD
column-counted-days = { $phase }, day { NUMBER($first) } to { NUMBER($last) }
column-days-compared = { $phase }, days compared
column-off = Off LDN
column-earlier-dose = Earlier dose
column-change = Change, points (percent)
column-interval = 95 % interval, points
column-final-days = Final { NUMBER($days) } days, as in the trial
# Where there are several phases of a kind, which one.
phase-from = { $phase } from { $first }

# Its cells.
so-far = { $mean } so far
whole-phase = { $mean }, all of it
not-yet = no comparison yet
not-compared = not compared
why-no-reference = nothing to compare with
why-too-short = too short
why-settling-in = settling in
why-too-few-days = too few days
why-no-variation = every day the same
cannot-tell = { $change }, can't tell
interval = { NUMBER($near) } to { $far }
    .around-zero = { NUMBER($worst) } worse to { $best }
    .at-zero = { $worst } to { $best }
    .early-look = { $interval } (early look)
final-days = { $change } (n { NUMBER($days) })
    .mean = mean { NUMBER($mean) } (n { NUMBER($days) })

# The table of side effects, and of what was taken.
side-effects = Side effects
further-side-effects = Further side effects
column-side-effects = Days with / answered
column-whole-phase = { $phase }, all of it
column-trial = 2012 report: people on LDN / placebo
tolerability = Tolerability, mean 0 to 100
dose-taken = Dose taken: days / answered
dose-taken-of-days = Taken: days / all days
counted = { $what }: days / answered
# Another medicine that is counted, in a phase: how much a day, and on how many of the days with an answer none.
medicine = { $name }: a day; days without / answered
medicine-cell = { NUMBER($mean) }; { NUMBER($without) }/{ NUMBER($answered) }
share = { NUMBER($yes) }/{ NUMBER($answered) } ({ NUMBER($percent) } %)
people = { NUMBER($ldn) } % / { NUMBER($placebo) } %

# Every day as a table.
every-day = Every day
column-day = Day
column-phase = Phase
column-dose = Dose taken
column-what-else = What else
no-dose = None
no-side-effect = None
too-unwell = Too unwell for more
walking = Walking support
late = Late
edited = Edited
late-and-edited = Late, edited
late-or-imported = Late or imported
imported = Imported
imported-and-edited = Imported, edited
not-recorded = { $span }: not recorded ({ $days ->
    [one] { $days } day
   *[other] { $days } days
})
not-asked = { $span }: not asked ({ $days ->
    [one] { $days } day
   *[other] { $days } days
})

notes = Notes
# Above what of a note stands on the next sheet.
continued = { $day } (continued)

# What has to be known beside the figures.
not-the-cause = A change is not its cause: expectation, a bad spell at the start, season or other treatment can do this.
not-blinded = The patient knew what was taken unless said otherwise.
imported-reference = { $days ->
    [one] { $days } day of the reference was imported from another diary, where it may have been asked in another way.
   *[other] { $days } days of the reference were imported from another diary, where they may have been asked in another way.
}
already-improving = It was already getting better during the baseline.
short-baseline = { $days ->
    [one] The baseline has { $days } day with an answer; the trials had { NUMBER($trials) }.
   *[other] The baseline has { $days } days with an answer; the trials had { NUMBER($trials) }.
}
dose-changed = The dose changed or LDN was paused in this phase; the first { NUMBER($days) } days on the last dose do not count.
other-medicine-changed = { $days ->
    [one] Another medicine was changed on { $days } day.
   *[other] Another medicine was changed on { $days } days.
}
doses-missed = LDN is recorded as taken on { NUMBER($taken) } of the { NUMBER($planned) } days compared.
carry-over = Effects of LDN may outlast it: the first { NUMBER($days) } days off it do not count, and the later ones are no second baseline.
two-doses = Both sides are days on LDN: two doses are compared, not LDN with none; the first { NUMBER($days) } days on the later one do not count.
two-medicines = Both sides took something: LDN is compared with another medicine, taken at another time, and neither with none.
uneven-days = One side is far more complete than the other, which alone can look like a change.
days-missing = Many days are missing; they may have been different.
sampled = { $days ->
    [one] { $days } of the days compared is not counted as missing, as the diary did not ask on it.
   *[other] { $days } of the days compared are not counted as missing, as the diary did not ask on them.
}
unasked = { $days ->
    [one] { $days } of the days compared was filled in although the diary did not ask; days that are picked may be other ones.
   *[other] { $days } of the days compared were filled in although the diary did not ask; days that are picked may be other ones.
}
published = Trials, means of people: pain fell { NUMBER($pain-ldn) } % on LDN, { NUMBER($pain-placebo) } % on placebo (Younger 2013); overall severity { NUMBER($overall-ldn) } % and { NUMBER($overall-placebo) } % (Younger & Mackey 2009); Bested 2023, Due Bruun 2024 and Rodríguez-Freire 2026 found no difference in their main result.

# How the figures were made.
# What stands before, in the line of the method: where there is a baseline, and where not.
reference = the baseline
    .without = the baseline (or, without one, of days off LDN, on an earlier dose, on placebo or on another medicine)
method = Method: daily ratings 0 to 100 by the patient; a day without an answer is missing, never 0.
    .late-counted = Compared: the mean of { $reference } with that of day { NUMBER($first) } to day { NUMBER($last) } since the phase began or the dose changed; days recorded late are counted.
    .late-left-out = Compared: the mean of { $reference } with that of day { NUMBER($first) } to day { NUMBER($last) } since the phase began or the dose changed; days recorded late are left out.
    .late-only-counted = Days recorded late are counted.
    .late-only-left-out = Days recorded late are left out.
    .imported-counted = Imported days are counted.
    .imported-left-out = Imported days are left out.
    .interval = Interval: a model of days like their neighbours and of waves of weeks, averaged over both; it allows for missing days and may be read every day. Pain, or a card’s item, alone is judged: of several one may look changed by chance.

# The questions of the diary, with their cards, answers and what was written on the day.
questions = Questions and answers
column-question = No.
column-asked = Asked
column-answer = Answer
column-written = Written beside it
asked-for = By the { $points } that the patient asked for: { $chance } ({ $percent }).
    .in-vain = How likely the { $points } are that the patient asked for can’t be told: every day is the same.
asked-without-card = Has { $item } changed? Asked without a card.
stage = { $stage }.
feels = The patient, since the start: { $change }.
decided = Decided: “{ $words }”
    .in-part = Decided: “{ $words } …” (whole text behind)
