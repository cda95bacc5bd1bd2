empty = There is nothing to draw yet. Your first chart appears after your first evening.
spans = How much is shown
others = Show another rating large
earlier = Earlier
later = Later
day = Day in the chart
no-answer = no answer
not-rated = { $item } { no-answer }
# Of a small plot.
mean = mean { NUMBER($mean) }
    .none = no rating in sight
open-day = Open this day
late = Filled in later
imported-from = Imported from { $from }
dose = LDN taken
dose-sealed = Dose of the bottle
side-effects = Side effects
happened = What else happened
# The row of a medicine that is counted, with the most of a day.
up-to = { $medicine }, up to { NUMBER($most) } a day
none = none
yes = yes
# What the line through the days is, on screen and paper.
line = The line is the mean of the { NUMBER($days) } days up to each day, of one phase, drawn where at least { NUMBER($needed) } of them are rated.
# What the marks mean, where each day has one, and where it has none.
marks = A mark is a day, hollow where it was filled in later. { line } A gap is a missing day.
    .imported = A mark is a day, hollow where it was filled in later, and a ring with a dot where it was imported from another diary. { line } A gap is a missing day.
gap-not-asked = The diary did not ask on every day: such a day is a gap, too.
lines = { line } A gap means too few days.
compared = The bars under the ratings are the days that the results compare; a dotted line is the day from which their answer stands.

scale = Each plot goes from 0 at its foot to 100 at its top. Tap a small one to see it large; its mean is of the days in sight, if they are of one phase.
keys = Tap a day for its figures. Drag, pinch or use the buttons to move in time; with keys: arrows go from day to day, Page Up and Page Down by four weeks.

month = Month
quarter = Quarter
all = All

# What the chart shows now.
shown = Shown: { DATETIME($first, form: "short") } to { DATETIME($last, form: "short") }. The means in the text below are of whole phases.
    .in-phase = Shown: { DATETIME($first, form: "short") } to { DATETIME($last, form: "short") }. It begins in: { $phase }. The means in the text below are of whole phases.

# After an import.
imported = { $days ->
    [one] The file is imported. Your diary holds { $days } day now.
   *[other] The file is imported. Your diary holds { $days } days now.
}
    .once = { $days ->
    [one] The file is imported, in one place of two. { $why } Your diary holds { $days } day now.
   *[other] The file is imported, in one place of two. { $why } Your diary holds { $days } days now.
}
