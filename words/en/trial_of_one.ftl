# A trial of one: what is said of its codes and changes, how far it is, and its section of the report (CENT 2015).

# What can't be done, and why.
code-length = This code has { NUMBER($letters) } letters and digits, and { NUMBER($needed) } are needed. Compare it with { $sheet }.
code-letter = “{ $letter }” is in no code. Compare it with { $sheet }.
code-group = Something in group { NUMBER($group) } is mistyped. Compare it with { $sheet }, letter by letter.
code-other-commit = This is the code of the sealed envelope. Type the one on your own sheet.
code-other-reveal = This is a commit code, as it stands on the patient’s own sheet. Type the one from the sealed envelope.
# The sheet that a code stands on.
own-sheet = your sheet
sealed-sheet = the sheet from the envelope
code-no-trial = This code says nothing that a trial can be. Compare it with your sheet.
other-trial = This code is whole, but it opens another trial. Nothing has changed. Look for the envelope of this trial.
seen-before = The order of this trial was seen before it was sealed again. What a bottle held can’t be guessed any more.
opened-before = This trial is open already.
begun-before = A trial with this code has begun in this diary already. Each trial has a code of its own.
in-the-way = A phase begins on { DATETIME($date, form: "full") }, within the days of this trial. Undo that phase first, or choose a trial with other days.
no-such-trial = There is no such trial any more. Look at the list of phases again.
no-such-period = This trial has no period { NUMBER($period) }.
nothing-to-stop = On { DATETIME($date, form: "full") } there is nothing of this trial to stop. Choose a day before its end.
not-over = Period { NUMBER($period) } is not on its last day yet. You are asked then.
plan-pairs = { NUMBER($pairs) } pairs are none of { NUMBER($least) } to { NUMBER($most) }. Choose another number.
plan-days = { NUMBER($days) } days are none of { NUMBER($least) } to { NUMBER($most) }. Choose another length.
plan-first-day = A trial can’t begin on { DATETIME($date, form: "full") }. Choose another first day.

# How far it is.
goes-on = A trial of one goes on: { $period }. It is blinded, and nothing of it is compared before it is revealed.
    .next = Its last day is { DATETIME($date, form: "full") }. It can be revealed at any time; after that day it counts whole.
waits = A trial of one is over and not yet revealed. Nothing of its periods is compared before it is.
    .next = The code of the sealed envelope reveals it.
    .on-paper = Trial of one: blinded, not yet revealed

# What page 1 of the report says of it once it is revealed, with what follows joined by semicolons.
revealed-on-paper = Trial of one: blinded, order drawn by chance and sealed
    .fits-not = Trial of one: blinded; its order does not fit its seal
    .date = revealed { DATETIME($date, form: "short-unbroken") }
    .early = revealed early, { DATETIME($date, form: "short-unbroken") }
    .lower = lower on LDN in { NUMBER($some) } of { NUMBER($all) } pairs
    .higher = higher on LDN in { NUMBER($some) } of { NUMBER($all) } pairs
    .stopped = stopped { DATETIME($date, form: "short-unbroken") }, { $went }
    .late = { $periods ->
    [one] { $periods } bottle begun late
   *[other] { $periods } bottles begun late
}
    .before = { $periods ->
    [one] { $periods } bottle begun before its day
   *[other] { $periods } bottles begun before their days
}
# How far one went that was stopped.
went = { $whole ->
    [one] { $whole } whole pair
   *[other] { $whole } whole pairs
} of { NUMBER($pairs) } planned
    .and-days = { $whole ->
    [one] { $whole } whole pair
   *[other] { $whole } whole pairs
} and { $days ->
    [one] { $days } day
   *[other] { $days } days
} of the next, of { NUMBER($pairs) } pairs planned
# All guesses of a trial together.
guesses = { $periods ->
    [one] Guess of { $periods } period: { NUMBER($right) } right, { NUMBER($wrong) } wrong, { NUMBER($unknown) } don’t know
   *[other] Guesses of { $periods } periods: { NUMBER($right) } right, { NUMBER($wrong) } wrong, { NUMBER($unknown) } don’t know
}
    .within = { $periods ->
    [one] guess of { $periods } period: { NUMBER($right) } right, { NUMBER($wrong) } wrong, { NUMBER($unknown) } don’t know
   *[other] guesses of { $periods } periods: { NUMBER($right) } right, { NUMBER($wrong) } wrong, { NUMBER($unknown) } don’t know
}
    .none = no period guessed

# The section of the report.
section = Trial of one from { DATETIME($date, form: "short") } (by CENT 2015)
about = About
said = What is known
design = Design
    .said = { NUMBER($pairs) } pairs of periods of { NUMBER($days) } days: LDN { $dose } ({ $form }) in one, placebo in the other, in an order that chance drew within each pair. A pharmacist drew and sealed it; before the reveal neither the patient nor this diary had it.
    .goal = Question: does { $item } differ between LDN and placebo?
periods = Periods
    .sealed = { NUMBER($number) }: { $days }, { NUMBER($recorded) } of { $of ->
    [one] { $of } day
   *[other] { $of } days
} recorded
    .open = { NUMBER($number) }, { $arm }: { $days }, { NUMBER($recorded) } of { $of ->
    [one] { $of } day
   *[other] { $of } days
} recorded
order = Order
    .sealed = Blinded, not yet revealed. Sealed by the commit code { $code }.
    .open = { $order }. Revealed on { DATETIME($date, form: "short") } by the code { $reveal }; the trial began with the commit code { $commit }, typed on { DATETIME($began, form: "short") }.
    .fits = The two fit each other: the order is the one that was sealed.
    .fits-not = They do not fit each other: this order is not the one that was sealed.
    .ldn-first = LDN then placebo
    .placebo-first = placebo then LDN
blinding = Blinding
    .sealed = { NUMBER($guessed) } of { NUMBER($periods) } periods guessed so far; guesses are compared with the order once it is revealed.
    .arm = { $arm }: guessed right { NUMBER($right) }, wrong { NUMBER($wrong) }, don’t know { NUMBER($unknown) }
    .index = { $guesses } (Bang’s index { NUMBER($index) })
    .note = Of so few periods the index describes and tests nothing: 1 is always right, 0 as by chance, −1 always wrong.
adherence = Taken
    .sealed = on { NUMBER($taken) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
    .arm = { $arm } on { NUMBER($taken) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
losses = Not recorded
    .sealed = { NUMBER($lost) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
    .arm = { $arm } { NUMBER($lost) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
carry-over = Carry-over
    .said = The first { NUMBER($days) } days of each period are left out of the comparison, so that what came before can wear off.
result = Result
    .figures = { $item }: { NUMBER($ldn) } on LDN ({ NUMBER($ldn-days) }), { NUMBER($placebo) } on placebo ({ NUMBER($placebo-days) }), of 100 (days).
    .range = { $figures } Change { $change }, likely range { $range }.
    .without = { $figures } No likely range: { $why }.
    .none = No day of both sides counts, so nothing is compared.
    .pair = Pair { NUMBER($number) }: { $ldn } on LDN, { $placebo } on placebo
harms = Side effects
    .effect = { $effect }: LDN { $ldn }, placebo { $placebo }
    .days = { NUMBER($yes) } of { NUMBER($answered) } days ({ NUMBER($low) } to { NUMBER($high) } %)
    .tolerability = Tolerability on all days of the periods: LDN { $ldn }, placebo { $placebo }, of 100 (days).
    .none = None was answered.
    .sealed = Told by arm after the reveal.
card = Card
    .none = None was written before it.
deviations = Deviations
    .none = None.
    .moved = period { NUMBER($period) } began on { DATETIME($date, form: "short") }, planned for { DATETIME($planned, form: "short") }
    .length = period { NUMBER($period) } had { $days ->
    [one] { $days } day
   *[other] { $days } days
}
    .stopped = stopped after period { NUMBER($period) }, without from { DATETIME($date, form: "short") }
    .seen = its order was seen on { DATETIME($date, form: "short") } and sealed again
    .early = revealed early, on { DATETIME($date, form: "short") }; days from then on are not compared
