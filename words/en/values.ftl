# What is wrong with a value, whether it is given on a page or stands in a file; and what to do.

rating-off-scale = { NUMBER($number) } is not on the scale. Give a whole number from { NUMBER($least) } to { NUMBER($most) }.

dose-without-unit = Say whether it is mg or µg, for example 4.5 mg.
not-a-dose = This is not a dose. Write a number and mg or µg, for example 4.5 mg.
dose-too-fine = A dose is kept in whole micrograms. Write it as whole µg, or in mg with up to three decimals.
dose-too-large = This is more than { $most }. Check the number and the unit.

note-too-long = The note has { NUMBER($characters) } characters. Shorten it to { NUMBER($most) } or fewer.
name-empty = Type a name.
name-too-long = This has { NUMBER($characters) } characters. Shorten it to { NUMBER($most) } or fewer.

date-out-of-range = The date { DATETIME($date, form: "full") } is outside of { NUMBER($first) } to { NUMBER($last) }. Correct the year.
day-ahead = { DATETIME($date, form: "full") } has not begun yet. Choose today or an earlier day.
nothing-answered = Nothing was answered for { DATETIME($date, form: "full") }. Answer at least one question.
day-end-out-of-range = A day can end from { $earliest } to { $latest }. Choose a time in that range.
not-a-time-of-day = This is not a time of day. Write it like { $example }.

# What a patient has added has an id in the file.
bad-id = An id has 1 to { NUMBER($most) } of the characters a-z, 0-9 and _. Correct it in the file.
standard-id = This id belongs to a standard item or side effect. Choose another one in the file.
same-id = The id “{ $id }” is used twice. Give each item, side effect and medicine an id of its own.
on-twice = “{ $id }” is switched on twice. List it once.
no-such-id = “{ $id }” is not in the list any more. Look at the settings again.
too-many-own-items = { NUMBER($most) } ratings of your own are the most at a time. Put one away first.
too-many-medicines = { NUMBER($most) } other medicines are the most at a time. Put one away first.

# Phases and doses.
phases-out-of-order = The phase of { DATETIME($date, form: "full") } does not begin after the one before it. Choose a later first day.
dose-steps-out-of-order = The dose of { DATETIME($date, form: "full") } does not begin after the one before it. Choose a later first day.
phase-exists = A phase begins on { DATETIME($date, form: "full") } already. Choose another day, or undo that phase first.
dose-step-exists = A dose is planned from { DATETIME($date, form: "full") } on already. Change that dose instead, or choose another day.
no-such-phase = There is no such phase any more. Look at the list of phases again.
no-such-dose-step = No dose step begins on { DATETIME($date, form: "full") }. Look at the list of doses again.
outside-phase = { DATETIME($date, form: "full") } lies in another phase. Choose a day of the phase that this dose belongs to.
in-trial = { DATETIME($date, form: "full") } lies in your trial of one. Its phases and its dose stay as they were sealed. To change anything, stop the trial first.
passes-neighbour = With { DATETIME($date, form: "full") } as its first day this phase would leave nothing of the one beside it. Choose a day in between, or undo that phase.
