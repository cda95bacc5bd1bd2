# A trial of one that goes on, as the treatment page shows it, and each change of it.

title = Trial of one, { $mark }
now = { $period }, until { DATETIME($last, form: "full") }. Take bottle { NUMBER($number) }.
is-to-come = It begins on { DATETIME($first, form: "full") } with bottle 1.
is-over = Its last day was { DATETIME($last, form: "full") }.
next = Bottle { NUMBER($number) } comes next, on { DATETIME($from, form: "full") }.
last = This is the last bottle.
bottles = Bottles, and what you thought
commit = It began with the commit code { $code }.
guessed = { $bottle }. You thought: { $guess }.
held = { $bottle }. It held { $what }
opened = Opened on { DATETIME($date, form: "full") }.
answer = The answer of the trial
# Where there are more trials than one, what is done names the mark of its trial.
of-mark = { $what }, { $mark }
add-guess = Say what you think bottle { NUMBER($number) } held

# What can be done.
move-bottle = A bottle was begun on another day
stop = Stop the trial
reveal = Reveal the trial
calendar = Put the changes of bottle in my calendar
    .note = The events are called “Begin bottle 2” and say no more. After a change of days make the file again: it takes the place of the one before where your calendar does so. After a stop, delete them there.
event = Begin bottle { NUMBER($number) }

# Another day for a bottle.
move-about = The diary counts a bottle from the day on which you took it first. Nothing else of the trial changes.
which-bottle = Which bottle?
bottle = Bottle { NUMBER($number) }
end = None: the end of the trial
new-day = First day of it
later = And the later bottles?
later-stay = They keep their days
later-move = They move by as many days
move-it = Keep this day
is-moved = Bottle { NUMBER($number) } begins on { DATETIME($date, form: "full") }.
    .end = The trial ends with { DATETIME($date, form: "full") }.
then = Then { $bottle }.
no-trial = No trial of one goes on here.

# The end before the end.
stop-about = You can stop at any time, and need no reason. On its first day or before, the whole trial is called off. Speak with your prescriber, who can have the sealed envelope opened at any time. Until it is open, tell whoever treats you to take it that you took naltrexone.
stop-about-open = You can stop at any time, and need no reason. Speak with your prescriber.
stop-day = First day without it
is-called-off = The trial is called off: nothing of it is left.
is-stopped = The trial is stopped: { DATETIME($date, form: "full") } is the first day without it.

# What an undo brought back.
begin-undone = The trial is taken back.
stop-undone = The trial goes on again.
reveal-undone = The seal is on again.
