# A diary that is brought along from another program or a spreadsheet.

bring-along = Bring a diary along
what-it-takes = From a backup file of this app, or a table of another app or a spreadsheet (CSV, Excel). You see what it would do before anything is changed.
choose-file = Import a backup or another diary

# What the file is.
is-from = A table from { $program }
is-own = A table of this app
is-sheet = A table
holds = { $rows ->
    [one] { $rows } row
   *[other] { NUMBER($rows) } rows
}
    .on = { $rows ->
    [one] { $rows } row
   *[other] { NUMBER($rows) } rows
}, { DATETIME($day, form: "full") }
    .spanned = { $rows ->
    [one] { $rows } row
   *[other] { NUMBER($rows) } rows
}, { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }
letters = Its letters are read as { $encoding }. If they look wrong below, save the file as UTF-8 and choose it again.
from-part = Taken from “{ $table }”.
    .others = Taken from “{ $table }”. Left out of the same file: { $others }.
nothing-to-take = No column of it is something that this diary keeps.

# What is asked.
asks = { $count ->
    [one] One question first
   *[other] { NUMBER($count) } questions first
}
ask-later = What is not answered is left out.
which-date = Which day is “{ $written }”?
clash = “{ $first }” and “{ $second }” are the same thing here. On a day that has both they become one answer.
taken = What is taken over
not-taken = What is not taken over: { NUMBER($count) }

# A column, or what a long table names.
column-number = Column { NUMBER($number) }
filled = { $count ->
    [one] { $count } cell
   *[other] { NUMBER($count) } cells
}
    .from-to = { $count ->
    [one] { $count } cell
   *[other] { NUMBER($count) } cells
}, { $least } to { $most }
    .same = { $count ->
    [one] { $count } cell
   *[other] { NUMBER($count) } cells
}, { $value } in each
becomes = “{ $before }” becomes { $after }
stays-out = “{ $before }” is left out: { $why }
for-example = For example { $values }
says-nothing = “{ $before }” is not taken over
what-is-it = What is it?
which-scale = Which scale is it on?
scale-numbers = { $least } to { $most }
scale-words = Words, in the order below
scale-yes-no = Yes or no
scale-not-said = Please choose
turned = The other way round: { $most } becomes 0, { $least } becomes 100
word-earlier = { $word }: one place earlier
word-order = From 0 to 100
zero = What does a 0 in it mean?
    .rating = A rating of 0
    .missing = Not rated
join = Several on one day become
    .mean = their mean
    .highest = the highest
    .sum = their sum
unit = In which unit?
    .mg = mg
    .mcg = µg
    .in-cells = Each cell says it
tags-split = What stands between tags?
    .nothing = Nothing: each cell is one tag
    .sign = { $sign }

# What it can be.
not-taken-over = Not taken over
    .why = Not taken over: { $why }
ratings = Ratings
side-effects = Side effects, yes or no
other-things = Else
new-rating-lower = A rating of my own, lower is better
new-rating-higher = A rating of my own, higher is better
new-side-effect = A side effect of my own
ldn-dose = LDN dose taken
tags = Tags
note = Note
sealed-dose = Taken in a trial of one
rest-left-out = Too unwell for the rest
time-recorded = When it was recorded
time-edited = When it was changed
where-from = Where it was imported from
date = Date
time = Time
year = Year
as-new = “{ $name }”, new in your diary
as-scale = { $what } ({ $scale })
    .asked = { $what }: which scale?

# On the way.
go-on = See what it would do
to-columns = Back to the columns
looking = Looking through the whole file…

# What it would do.
adds = { $days ->
    [one] { $days } day is new.
   *[other] { NUMBER($days) } days are new.
}
fills = { $days ->
    [one] { $days } day that is here gets answers that it lacks.
   *[other] { NUMBER($days) } days that are here get answers that they lack.
}
replaces = { $days ->
    [one] { $days } day takes answers of the file in place of yours.
   *[other] { NUMBER($days) } days take answers of the file in place of yours.
}
same = { $days ->
    [one] { $days } day stays as it is.
   *[other] { NUMBER($days) } days stay as they are.
}
gives = The file gives { $days ->
    [one] { $days } day, { $span }.
   *[other] { NUMBER($days) } days, { $span }.
}
    .nothing = The file gives no day.
no-change = Your diary has all of it already.
    .asked = Nothing of it can be taken over before the questions are answered.
    .nothing = Nothing of it can be taken over.
doses-tell = The file has a dose of LDN on { $days ->
    [one] { $days } day
   *[other] { NUMBER($days) } days
}, from { DATETIME($first, form: "full") } on: { $doses }. Did you begin LDN then?
    .yes = Yes, my LDN begins on { DATETIME($first, form: "full") }
    .no = No, or I say it later
dose-from = { $dose } from { DATETIME($date, form: "full") }
own-phases = Phases and planned doses do not stand in this table: a backup has them.
comes-new = New in your diary: { $names }.
imported-mark = New days are marked as imported: they count as neither on time nor late, and can be left out of the results. A day that was here stays yours.
both = { $count ->
    [one] One answer is here and in the file, and differs
   *[other] { NUMBER($count) } answers are here and in the file, and differ
}
prefer-file = Take the file’s answers for these
differs = { DATETIME($date, form: "full") }, { $what }: { $here } here, { $file } in the file
quoted = “{ $text }”
left-out = Left out
cells-left-out = { $field }: { $count ->
    [one] { $count } cell
   *[other] { NUMBER($count) } cells
}, { $why } ({ $where }: “{ $example }”)
rows-left-out = { $count ->
    [one] { $count } row
   *[other] { NUMBER($count) } rows
}, { $why } ({ $where }: “{ $example }”)
    .bare = { $count ->
    [one] { $count } row
   *[other] { NUMBER($count) } rows
}, { $why } ({ $where })
on-lines = { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}
    .and-more = lines { $lines } and { NUMBER($more) } more
take-over = Bring it along

# One step back.
take-back = Take the import back
can-take-back = The last import, of { DATETIME($day, form: "full") }, can be taken back. What you answered since stays.
taken-back = The import is taken back.
