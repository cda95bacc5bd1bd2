# A patient begins a trial of one.

title = Begin a trial of one
about = Pairs of periods, one on LDN and one on placebo, in an order that chance has drawn and that nobody tells you before the end. You record your days as always; then you see what differed.
safety = Safety facts
what = What this is
no-advice = This is no medical advice, and the diary does not say whether to do it. Whether there is a trial, and at which dose, is for your prescriber and you.
pharmacist = A pharmacist makes the capsules, with and without naltrexone, and keeps the order in a sealed envelope and on a list. Your diary does not hold it before it is revealed.
trouble = At any trouble, stop, and speak with your prescriber, who can have the envelope opened at any time. Until it is open, tell whoever treats you to take it that you take naltrexone: it blocks opioid medicines.
has-read = I have read the safety facts
is-agreed = My prescriber agrees
code = Commit code, from your sheet
    .note = Seven groups of five. Small letters, spaces and hyphens do no harm. Only this code is not kept when you leave this page: type or paste it again. All else that you enter here comes back within a day.
dose = Dose of LDN a day, from the label
act = Begin the trial

# What the code says.
says = This code is of trial { $mark }: { NUMBER($pairs) } pairs of periods of { NUMBER($days) } days, { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }.
bottle = Bottle { NUMBER($number) }: { DATETIME($from, form: "full") } to { DATETIME($to, form: "full") }
days-over = { $days ->
    [one] { $days } day of it is over already. Begin it only if you took the first bottle on that day.
   *[other] { $days } days of it are over already. Begin it only if you took the bottles on those days.
}
begun = Trial { $mark } begins on { DATETIME($date, form: "full") }.

# What it could tell.
plan = With days like yours, { NUMBER($pairs) } pairs of periods of { NUMBER($days) } days can tell a change of about { $change } ({ $item }).
    .card = Your card asks for at least { $points }.
    .unknown = How large a change this trial can tell can’t be said yet: it takes a baseline with { NUMBER($needed) } recorded days or more, on half of its days at least.
