too-unwell = Too unwell today
    .that-day = Too unwell that day
left-out = Pain and fatigue are enough. What you do not answer is marked as left out on purpose. Tap the button again to answer more.
wrong-day = The day in the address can't be opened: it is not a date, is still to come, or is before 1900. This is today.
takes-ldn = Do you take LDN now?
not-yet = Not yet
takes-it = Yes
has-stopped = I stopped
# Below a dose that was taken on a day off LDN: whether the treatment began.
begun-baseline = This day is in your baseline, before LDN. Did you begin LDN?
begun-off = This day is in a time without LDN. Did you begin LDN?
set-first-day = Set the first day
only-that-day = Only that day
take-back = Tap an answer again to take it back.
dose = LDN dose taken
# Which night is meant by the date of a page, for those who take it about midnight.
dose-night = At bedtime: the night from { DATETIME($day, form: "day-and-month") } to { DATETIME($next, form: "day-and-month") }.
other-dose = Other dose
no-dose-planned = No dose is planned.
no-dose = None
planned-dose = This is the planned dose. Change it to what you took.
# Below a dose that can hardly be meant: the button that keeps it.
keep-dose = Keep { $dose }
dose-input = How much did you take?
# Other medicines, each counted by taps.
medicines-today = Other medicines today
medicines-that-day = Other medicines that day
none-of-these = None of these
none-of-the-others = None of the others
medicines-help = A tap counts one more. To take one off, hold it, or tap the minus beside it; at 0 that takes the answer back.
one-less = One less: { $medicine }
take-back-count = Take back: { $medicine }
not-counted = { $medicine }: not answered
more = Note, and what else happened
more-with-dose = Dose, note, and what else happened
tags = What else happened
note = Note
# Of a day that is open, where fewer days are asked of.
not-asked = The diary does not ask on this day. You can write all the same.
change-that = How often it asks
previous-day = Previous day
next-day = Next day
late = This day is over. What you enter for it now is kept, and marked as late.
late-change = This day is over. What you change now is kept, and marked as changed later.
late-already = This day was recorded late.
imported = This day was imported from { $from }.

# The heading of the side effects.
side-effects-today = Last night and today
side-effects-that-day = That night and day

# What each item is asked as, on the day itself and later.
pain-today = Pain, on average today
pain-that-day = Pain, on average that day
fatigue-today = Fatigue today
fatigue-that-day = Fatigue that day
sleep-today = Sleep last night
sleep-that-day = Sleep the night before
overall-today = Overall, how severe have your symptoms been today?
    .of = Overall, how severe have your symptoms ({ $condition }) been today?
overall-that-day = Overall, how severe were your symptoms that day?
    .of = Overall, how severe were your symptoms ({ $condition }) that day?
tolerability = How well did you tolerate the medicine?
highest-pain-today = Pain at its highest today
highest-pain-that-day = Pain at its highest that day
stress-today = Stress today
stress-that-day = Stress that day
sadness-today = Sadness today
sadness-that-day = Sadness that day
thinking-today = Thinking and memory today
thinking-that-day = Thinking and memory that day
stomach-today = Stomach and bowel symptoms today
stomach-that-day = Stomach and bowel symptoms that day
headache-today = Headache, how bad today
headache-that-day = Headache, how bad that day
mood-today = Mood today
mood-that-day = Mood that day
life-satisfaction-today = Satisfaction with life today
life-satisfaction-that-day = Satisfaction with life that day
touch-sensitivity-today = Pain from light touch today
touch-sensitivity-that-day = Pain from light touch that day
swelling-today = Swelling today
swelling-that-day = Swelling that day

# The page of a day that has ended while it was filled in.
day-has-ended = This day has just ended. What you answer here still goes to it.
go-to-today = Go to today

# Which day it is, and its place in the diary: "Today · baseline, day 9 of 14".
is-today = Today
is-yesterday = Yesterday
is-ahead = Still to come, by this device's clock
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
place = { $when } · { $phase }, day { NUMBER($day) }
    .since = { $when } · { $phase } since { $first }
    .of = { $when } · { $phase }, day { NUMBER($day) } of { NUMBER($of) }

progress = { NUMBER($answered) } of { NUMBER($of) } answered
    .done = Done for today: { progress }

# How it stands with the last answer.
saving = Saving…
saved = Saved { $time }
changed-in-sample = Changed in the sample; not kept
saved-once = Saved in one place of two. { $why }
not-saved = Not saved. { $why }
# What stands before it after an answer was taken back.
taken-back = Taken back. { $saved }
# While a field on the page holds what is not kept.
not-all-saved = Not all on this page is saved
is-deleted = Your diary is deleted from this browser
