# What is said of a file that can't be read, or not all of it; and what to do.

# The whole file. Where a button is named, that is its text.
empty = This file is empty. Copy it again from where it came from, or choose another backup.
of-rescue-page = This is what the rescue page saved: the records as they are, for somebody who mends them. It can't be imported. Choose a file that “{ $save }” made, and keep this one.
not-ours = This is not a backup of this app. Choose a file that “{ $save }” made.
cut-off = The end of this file is missing. Copy it again from where it came from, or choose another backup.
damaged = This file is damaged on line { NUMBER($line) }. Copy it again from where it came from, or choose another backup.
newer = This file was made by a newer version of this app. Update the app, then open the file again.
too-deep = This file is built in a way that no backup is. Choose another file.
too-many-days = This file holds more than { NUMBER($most) } days, more than a life has. Choose another file.
days-differ = This file says that it holds { $announced ->
    [one] { $announced } day
   *[other] { $announced } days
}, but { $found ->
    [one] { $found } is
   *[other] { $found } are
} there. It is damaged; choose another backup.
phases-differ = This file says that it holds { $announced ->
    [one] { $announced } phase
   *[other] { $announced } phases
}, but { $found ->
    [one] { $found } is
   *[other] { $found } are
} there. It is damaged; choose another backup.
mistakes = Nothing was changed, because this file has mistakes. Correct them, or choose another backup:

# What a file is that is no backup, and which one is meant.
is-pdf = This is a PDF file.
is-archive = This is a packed file, as spreadsheets and archives are.
is-packed = This is a packed file.
is-picture = This is a picture.
is-recording = This is a film or a recording.
is-database = This is a database.
is-document = This is a document of a word processor.
is-web-page = This is a web page.
is-xml = This is a file of another program, in XML.
is-calendar = This is a calendar file.
is-contacts = This is a file of contacts.
is-clinic-record = This is a FHIR record for clinics.
is-analysis = This is an analysis.
is-table = This is a table for spreadsheets.
is-meant = { $what } Choose a backup, which “{ $save }” made; its name is like ldn-diary-2026-01-05.json.

# How the letters of a text are written down.
windows-1252 = Another program has saved this file and changed its letters (line { NUMBER($line) } is not UTF-8, it looks like Windows-1252). Choose the file as this app made it, or save it as UTF-8 there.
not-utf-8 = Line { NUMBER($line) } of this file is not text in UTF-8. Choose the file as this app made it.
not-utf-16 = Line { NUMBER($line) } of this file is not text in UTF-16. Choose the file as this app made it.
utf-16-without-mark = This file is in UTF-16 without its mark at the beginning. Save it as UTF-8.
utf-32 = This file is in UTF-32. Save it as UTF-8.

# One mistake, with its place in the file, and the name of what is wrong there.
at = { $place }: { $mistake }
    .field = { $place }: { $field }: { $mistake }

# The places.
the-file = The file
this-record = This record
day-of-list = Day { NUMBER($number) } of the list
deleted-day-of-list = Deleted day { NUMBER($number) } of the list
phase-of-list = Phase { NUMBER($number) } of the list
dose-of-list = Dose { NUMBER($number) } of the list
trial-of-list = Trial of one { NUMBER($number) } of the list
own-item-of-list = Own item { NUMBER($number) } of the list
own-side-effect-of-list = Own side effect { NUMBER($number) } of the list
medicine-of-list = Other medicine { NUMBER($number) } of the list
rated-of-list = Rated item { NUMBER($number) } of the list
asked-of-list = Asked side effect { NUMBER($number) } of the list

# The names of what is wrong, as far as it has no name elsewhere.
unnamed = “{ $key }”
dose = Dose
recorded-at = Time of recording
edited-at = Time of the last change
left-out = Whether the day is left out
date = Date
kind = Kind
name = Name
condition = Condition
better = Which end is better
archived = Whether it is put away
walking-support-on = Whether walking support is asked
days = List of days
deleted-days = List of deleted days
phases = List of phases
dose-steps = List of doses
trials-of-one = List of trials of one
sealed-dose = Sealed dose taken
own-items = List of own items
own-side-effects = List of own side effects
unit = Unit
items-on = List of what is rated
side-effects-on = List of asked side effects

# The mistakes.
missing = This is missing.
not-text = This is not text.
not-true-or-false = This is not true or false.
not-whole = This is not a whole number.
not-a-list = This is not a list.
not-an-object = This is not an object with fields.
not-micrograms = This is not a number of micrograms.
twice = This is there twice.
too-many-entries = This has more than { NUMBER($most) } entries.
below-zero = This is below 0.
not-a-rating = This is not a whole number from { NUMBER($least) } to { NUMBER($most) }.
not-a-date = “{ $text }” is not a date like 2026-01-05.
not-an-instant = “{ $text }” is not a time like 2026-01-05T21:10:00+01:00.
no-such-phase = There is no phase “{ $kind }”.
not-a-direction = This is neither “{ $one }” nor “{ $other }”.
not-a-trial = This trial of one is not whole.
seal-broken = The order of this trial of one is not the one that was sealed. The trial stays sealed.
treatment-left-out = No phase and no dose is taken over, because one of them can’t be read.
not-a-deletion = This does not say which day was deleted, and when.
date-twice = This date is in the file twice. The first of the two is taken.
day-ahead = This day has not begun yet.
nameless = This is empty.
