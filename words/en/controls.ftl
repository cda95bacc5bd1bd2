# Parts that many pages have, and the frame around them.

# The name of a tab of the browser.
tab = { $page } · LDN Diary

# The bar.
main = Main
today = Today
history = History
charts = Charts
results = Results
report = Report
treatment = Treatment
settings = Settings
backup = Backup
more = More
your-diary = Your diary

# While the stores are read.
reading = Reading your diary…

# A line from 0 to 100.
tap-the-line = tap the line
not-answered = not answered
number-named = { $name }: number from 0 to 100
one-less = { $name }: one less
begins-in-the-middle = Begins at 50, the middle.
one-more = { $name }: one more
clear = Clear
    .named = { $name }: clear
zero = 0:
hundred = 100:

no = No
yes = Yes

# Beside the number of a dose.
unit = Unit

there-is-a-problem = There is a problem
go-to-today = Go to today

not-found = There is no such page
not-found-text = The address may be mistyped, or from another version of this app. Your diary is safe.
