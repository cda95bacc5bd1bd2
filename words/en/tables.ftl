# What is said of tables of other programs and spreadsheets, and of their parts that are left out.

# The programs by which tables are written, as the days that come from them are marked.
program-own = LDN Diary
program-bearable = Bearable
program-daylio = Daylio
program-migraine-buddy = Migraine Buddy
program-track-and-graph = Track & Graph
program-med-timer = MedTimer
program-visible = Visible
program-flaredown = Flaredown
program-e-moods = eMoods
program-google-forms = Google Forms
program-fitbit = Fitbit
program-oura = Oura
program-samsung = Samsung Health
program-nomie = Nomie
program-daily-you = Daily You
program-other = another program
program-sheet = Spreadsheet

# Why a file is no table of days.
too-large = This file is larger than { NUMBER($megabytes) } MB, or holds more than that when it is unpacked. Choose a smaller one, or export fewer months.
empty = This file is empty. Export it again.
too-many-rows = This table has more than { NUMBER($most) } rows. Export fewer months.
too-many-columns = This table has more than { NUMBER($most) } columns. Choose another file.
open-quote = The text that begins with a quotation mark on line { NUMBER($line) } never ends. Add the closing mark there.
no-date = This is not a backup, and as a table it has no column with dates. Each row needs its day; the first row names the columns, such as “{ $header }”.
no-rows = This table has a row of names and nothing below it. Choose another file.
not-text = This file can’t be read as text. Export it again, as CSV.
cut-off = The end of this file is missing. Export it again.
backup = This is a backup of this app.
nothing-packed = There is no table in this packed file. Unpack it, and choose the table in it.
locked = This packed file has a password. Unpack it first, and choose the table in it.
damaged = This packed file is damaged. Export it again.
table-is-meant = { $what } Choose a table instead: most programs export one as CSV.
is-json = This is a file in JSON without a list of entries and their days. Export a CSV file from the program that wrote it.
is-apple-health = This is an export of Apple Health: what devices measured, in XML. It holds no diary that could be taken over.
is-old-excel = This is a workbook of old Excel. Open it, and save it as CSV or as a workbook (.xlsx).
is-open-document = This is an OpenDocument spreadsheet. Open it, and save it as CSV or as an Excel workbook (.xlsx).
is-text-document = This is a document, not a table. Copy the table into a spreadsheet, and save it as CSV.
is-daylio-backup = This is a backup of Daylio. Choose “Export Entries” and CSV there.

# Why a cell or a row is left out.
reason-not-a-number = not a number
reason-off-scale = not from { NUMBER($least) } to { NUMBER($most) }
reason-scale-not-said = the scale is not said
reason-zero-not-said = it is not said what 0 means
reason-other-word = a word that the scale does not have
reason-not-yes-or-no = neither yes nor no
reason-not-a-count = not a whole number from 0 to 99
reason-not-a-dose = not a dose
reason-unit-not-said = the unit is not said
reason-not-an-instant = not a time of recording
reason-tag-too-long = a tag with too many letters
reason-note-too-long = no room in the note of the day, all else is taken
reason-no-date = no date
reason-not-a-date = not a date
reason-day-or-month = day and month can be meant in two ways
reason-dates-disagree = day and month the other way round than in the rest
reason-out-of-time = a day that has not begun, or is too long ago
reason-more-cells = more cells than names of columns
reason-not-taken = not taken
reason-too-many-own = there are as many own items as there can be
reason-not-a-name = not a name for something of your own

# Why a column is not taken.
why-empty = empty
why-unknown = not known here
why-weekday = the day of the week
why-technical = says nothing of a day
why-measured = measured by a device
why-hours = hours, which are no rating
why-other-medicine = not LDN
why-same-as = the same as “{ $name }”
why-other-time = another time of the same entry
why-worked-out = worked out anew
why-too-many-own = there are as many own items as there can be
why-not-wanted = left out by you
