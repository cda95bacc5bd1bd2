# What is missing in a form of a trial of one.

not-read = Read the safety facts, and tick that you have.
not-agreed = Begin only when your prescriber agrees, and tick it then.
no-code = Type the commit code of your sheet.
over = The last day of this trial was { DATETIME($date, form: "full") }. A code begins only the trial that it was drawn for.
no-period = Choose the bottle.
no-later = Choose whether the later bottles move too.
no-day = Choose the day.
no-guess = Choose one of the three, or put the question away.
not-sure = Choose how sure you are.
