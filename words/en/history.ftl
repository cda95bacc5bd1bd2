empty = Your days appear here after your first evening.
undo = Undo
search = Search notes and tags
search-button = Search
to-calendar = Back to the calendar
more = Show more
previous-month = Previous month
next-month = Next month
go-to-month = Go to month
week-head = Days recorded in the week
legend = What the marks mean
day-by-day = Day by day
no-day = No day of this month is recorded. Tap a day to fill it in; it is then marked as late.
by-phase = By phase
delete = Delete
late = late
imported-from = imported from { $from }
changed-later = changed later
not-answered = not answered
no-rating = No rating

# What a day of the calendar is.
recorded = recorded
recorded-late = recorded late
in-part = recorded in part
in-part-late = recorded in part, late
rest-left-out = rest left out on purpose
rest-left-out-late = rest left out on purpose, late
imported = imported
in-part-imported = imported in part
rest-left-out-imported = imported, rest left out on purpose
not-recorded = not recorded
not-asked = not asked
open-today = today, not recorded yet
before = before the diary
not-here-yet = not here yet

# The legend of the calendar, where these stand for all days like them.
mark-left-out = too unwell: rest left out on purpose
mark-late = in a box: recorded late
mark-imported = over a line: imported from another diary

# For a screen reader: "Sunday 22 November, recorded late".
day-is = { $day }, { $state }

# Of a week: how many of its days that are over.
week = { NUMBER($recorded) } of { NUMBER($days) }
# Of a phase.
phase = { NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}
    .late = { NUMBER($recorded) } of { $days ->
    [one] { $days } day
   *[other] { $days } days
}, { NUMBER($late) } late
    .imported = { $said }, { NUMBER($imported) } imported
phase-from = from { $first }

# A day that is deleted, and how it stands with it.
deleting = { DATETIME($day, form: "long-day") } is being deleted…
deleted = { DATETIME($day, form: "long-day") } is deleted.
deleted-once = { DATETIME($day, form: "long-day") } is deleted in one place of two. { $why }
deleted-here = { DATETIME($day, form: "long-day") } is deleted on this page alone.
back = { DATETIME($day, form: "long-day") } is back.
delete-day = Delete { DATETIME($day, form: "long-day") }

# What a search has found.
found = { $days ->
    [0] No note and no tag has “{ $query }”.
    [one] { $days } day has “{ $query }”.
   *[other] { $days } days have “{ $query }”.
}
