phases = Phases and doses
trial-stays = Dose and phases of the trial stay as they were sealed.
undo = Undo
cancel = Cancel
start-ldn = Start LDN
change-dose = Change the dose
nothing-yet = Your baseline begins with your first evening in this diary. When you start LDN, say so here.
first-day = First day
which-medicine = Name of the medicine, with its dose if you like
change-name = Change the name<i> of { $medicine }</i>
keep-name = Save this name
dose = Dose a day
which-form = What you take
later-steps = Later steps, if a rising dose is planned for you
add-step = Add a step
remove-step = Remove this step
remove = Undo this phase
remove-dose = Remove this dose
keep-dose = Save this dose
unchanged = Nothing has changed: it was like that already.
choose-day = Choose the first day.
unlikely-day = { DATETIME($date, form: "full") } is far from today. If you mean it, press the button once more.
# A dose ten times the planned one, or a tenth of it; in a form with a button that does it.
ten-times = { $dose } is ten times the planned { $planned }, or more.
a-tenth = { $dose } is a tenth of the planned { $planned }, or less.
far-dose = { $said } If you mean it, press the button once more.
still-to-come = This day is still to come.
no-last-day = Choose the first day without LDN.
stopped-first = This is not after the first day on LDN. Where both lie in one month, choose the days.
no-since = Choose since when you had taken it, to keep the dose and what you took: a month is enough.
dose-after-stop = Choose a day before LDN was stopped, or leave this empty.
no-other-medicine = This is the name of another phase here. Go back and start that one, or write the name of the medicine.
dose-before-start = Choose a day on or after the first day on LDN, or leave this empty.

# For those who take LDN already, or have stopped.
already = I take LDN already
have-stopped = I have stopped LDN
since-when = Since when do you take it?
since-when-stopped = Since when had you taken it, if you know?
know-what = I know
know-day = the day
know-month = only the month
month = Month, such as 2026-03
month-note = The first of that month is taken as the first day.
first-day-without = First day without LDN
dose-now = Dose a day now
dose-then = Dose a day, if you know
dose-since = Since when at this dose, if not from the start
which-form-if = What you take, if you like
which-form-then = What you took, if you like
safety-facts = Safety facts, from the label
say-so = Save
said-already = LDN since { $first }.
said-stopped = Without LDN since { $first }.
# Said before a change is made: which recorded days get another phase.
days-become = { $days ->
    [one] { $days } recorded day becomes a day of another phase: { $phase }.
   *[other] { $days } recorded days become days of another phase: { $phase }.
}
phase-ends = { $phase } then ends on { DATETIME($date, form: "full") }.
phase-goes = { $phase } is then no phase any more.
undo-last = Undo the last change
choose-form = Choose what you take.
plan = A trial's plan
plan-note = A plan shows your place in it, such as “day 9 of 14”. It only suggests: nothing happens by itself, and it is no advice.

# What the picture shows.
legend = Your phases. The dashed line is today.
    .doses = Above, the phases. Below, the planned doses: a higher step is a higher dose. The dashed line is today.

# A phase that is starting, and the button for it.
start-baseline = Start baseline
start-placebo = Start placebo
start-medicine = Start another medicine
start-washout = Stop: start washout
begin-trial = Begin a trial of one

# What was done, beside its undo.
ldn-starts = LDN { $dose } starts on { DATETIME($date, form: "full") }.
phase-starts = { $phase }, from { DATETIME($date, form: "full") } on.
phase-undone = { $phase } is undone.
dose-removed = The dose of { DATETIME($date, form: "full") } is removed.
dose-changed = { $dose } from { DATETIME($date, form: "full") } on.
    .then = { $dose } from { DATETIME($date, form: "full") } on, then { $next } from { DATETIME($then, form: "full") } as planned before.
renamed = It is called { $medicine } now.
moved = Moved. { $days ->
    [one] { $days } day changed phase.
   *[other] { $days } days changed phase.
}
# What came back with an undo, and what went: a phase or a dose from a day on.
is-back = { $what } from { DATETIME($date, form: "full") } on is back.
is-taken-back = { $what } from { DATETIME($date, form: "full") } on is taken back.

# Which days another first day moves from one phase into another.
will-change-one = { DATETIME($date, form: "full") } will change phase: 1 day.
will-change = { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") } will change phase: { $days ->
    [one] { $days } day.
   *[other] { $days } days.
}
will-drop = { $doses ->
    [one] { $doses } planned dose would no longer lie in LDN and goes.
   *[other] { $doses } planned doses would no longer lie in LDN and go.
}
move-it = Move it

# What each phase is.
about-baseline = A baseline is a time without LDN, before it or long after it, that other times are compared with.
about-ldn = A time on low-dose naltrexone.
about-placebo = A time on capsules or drops without LDN, as in the trials. It only works if somebody else, such as your pharmacist, knows which is which.
about-medicine = A time on another medicine in place of LDN, to compare the two. It is called here what you call it.
about-washout = A time after LDN, placebo or another medicine in which nothing is taken. What was taken may last into it.

plan-none = No plan
plan-2013 = Stanford 2013: 14 days baseline, 84 LDN, 28 placebo, 28 after
plan-2013-placebo-first = Stanford 2013, placebo first: 14 days baseline, 28 placebo, 84 LDN, 28 after
plan-2009 = Stanford 2009: 14 days baseline, 14 placebo, 56 LDN, 14 washout
plan-ten-weeks = Ten weeks: 14 days baseline, 56 LDN
# Of the chosen plan: which of its phases are over before a day of them counts.
plan-too-short = Too short to be compared in this plan: { $phases }. The first { NUMBER($days) } days after a change do not count, and these phases end with them.

# Why few baseline days matter.
-few-days = With fewer, later days are compared with an uncertain start, so that a real change may go unseen and a chance one may look real. You can start anyway.
few-baseline-days = { $days ->
    [one] Your baseline has { $days } day recorded so far; the trials had { NUMBER($trials) }. { -few-days }
   *[other] Your baseline has { $days } days recorded so far; the trials had { NUMBER($trials) }. { -few-days }
}
    .at-most = { $days ->
    [one] Your baseline has { $days } day recorded so far and can have { NUMBER($most) } by then; the trials had { NUMBER($trials) }. { -few-days }
   *[other] Your baseline has { $days } days recorded so far and can have { NUMBER($most) } by then; the trials had { NUMBER($trials) }. { -few-days }
}

# The days of a phase.
# $first is "5 January 2026"; "January 2026" where no more was said.
days-of-phase = { $first } to { DATETIME($last, form: "full") }, { $days ->
    [one] { $days } day
   *[other] { $days } days
}
days-from-month = { $first } to { DATETIME($last, form: "full") }
from-day = from { DATETIME($date, form: "full") }
since-month = since { $first }
since-day = since { DATETIME($date, form: "full") }, day { NUMBER($day) }

# A planned dose. The second is what a screen reader says of its buttons.
dose-from = <b>{ $dose }</b> from { $since }
edit-dose = Change this dose <i>of { $dose } from { $since }</i>
remove-dose-of = Remove this dose: { $dose } from { DATETIME($date, form: "full") }
change-first-day = Change the first day <i>of { $phase }</i>
remove-of = Undo this phase: { $phase }
from = From

# What is missing in a form.
step-too-early = Step { NUMBER($number) }: choose a day after the first day on LDN.
step-without-day = Step { NUMBER($number) }: choose its first day.
step-problem = Step { NUMBER($number) }: { $problem }
dose-of-none = Give a dose above 0. To stop LDN, start a washout.
no-dose = Give the dose, such as 1.5 mg.
