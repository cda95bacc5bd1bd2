# A visit: a date with the doctor, the patient's own questions, and what was decided there.

title = Visit
    .lead = A date with your doctor, and up to three questions of your own. Both stand at the top of the page for your doctor. They stay on this device, in your backup and on that page.
    .link = My visit: date and questions
    .link-about = When you see your doctor, and what you want to ask: it stands on top of page 1.
new = A new visit
add = Add another visit
change = Change the visit
day = Day of the visit
time = Time (optional)
with = With whom, or where (optional)
question = Question { NUMBER($number) } (optional)
used = { NUMBER($used) } of { NUMBER($most) } characters
keep = Keep it
cancel = Cancel

# What is wrong with it.
no-day = Choose the day of the visit.
day-over = Choose today or a later day for the visit.
bad-time = Type the time with hours and minutes, or leave it empty.
no-decision = Choose what you decided.
no-words = Write what you decided.

# A visit in words: Saturday, 12 December 2026, 14:30, Dr Lind.
at-time = { $day }, { $time }
with-whom = { $when }, { $with }

# What can be done with it.
make-report = Make the page for my doctor
calendar = Put it in my calendar
    .about = The file holds day, time and what you wrote as whom or where, and an alarm a day before. It is called “Appointment”, and your questions are not in it: calendars are read by others.
event = Appointment
take-away = Take it away
    .named = Take it away: { $visit }
undo = Undo
is-kept = Your visit is kept.
is-changed = Your visit is changed.
is-taken-away = The visit is taken away.
is-deleted = The visit is deleted.
is-decided = What you decided is kept.
is-put-away = You will not be asked about this visit again. It stays below.
is-back = It is as it was.

# Afterwards.
past = Visits that were
    .more = Older visits are kept, and not shown here: { NUMBER($count) }.
no-such = This visit is not here any more.
decide = What did you decide?
    .about = For yourself and your doctor. Nothing in your treatment changes by it.
    .opens = The form for it opens next. Nothing changes until you use its own button.
    .named = What did you decide? { $visit }
change-decision = Change what was decided
    .named = Change what was decided: { $visit }
delete = Delete
    .named = Delete: { $visit }
words = In my own words (optional)
    .needed = In my own words
do-not-ask = Don’t ask again
go-on = Go on as it is
start-ldn = Start LDN
change-dose = Change the dose
stop = Stop or pause LDN
other-medicine = Try another medicine
ask-again = Go on, and ask again on a day
ask-less = Let the diary ask less, or rest
other = Something else
in-words = { $what }: { $words }
decided = Decided on { DATETIME($on, form: "full") }: { $what }

# On today's page.
is-tomorrow = Your visit is tomorrow.
is-today = Your visit is today.
was = Your visit was on { DATETIME($date, form: "full") }.

# On the report.
on-report = My visit: its date, my questions, and what was decided at earlier ones
column-visit = Visit
column-question = Question { NUMBER($number) }
column-decided = Decided
decisions = Decided at visits
