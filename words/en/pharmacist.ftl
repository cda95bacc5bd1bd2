# The pharmacist's page of a trial of one, and the four papers that it prints.

title = For a pharmacist: a trial of one
lead = This page draws the order in which a patient takes capsules with low-dose naltrexone and capsules without it, seals that order, and prints four papers: labels, your list, a sheet for a sealed envelope, and a sheet for the patient.
no-advice = This is no medical advice. A pharmacist makes the capsules; the prescriber decides.
nothing-kept = Nothing is kept and nothing is sent. When this page is closed or loaded again, what was drawn is gone for good: print the papers or save the file first. The page works without a network once it was opened.
back = To the diary of the app

# The form.
plan = The trial
dose = Dose of naltrexone a day, as prescribed
which-form = What is made
pairs = Pairs of periods
    .note = Each pair is one period with naltrexone and one without, in an order that chance draws.
period-days = Days in each period
large-dose = { $dose } is ten times the { $usual } of the trials, or more. If that is meant, press Draw again.
first-day = First day of period 1
draw = Draw
no-dose = Give the dose as it is prescribed, such as 1.5 mg.
no-naltrexone = Give a dose above 0. What holds none is made beside it.
no-form = Choose what is made.
no-pairs = Choose how many pairs.
no-period-days = Give the days of each period as a whole number of { NUMBER($least) } to { NUMBER($most) }.
day-over = Choose a day from today on: the patient has to have the bottles by then.
no-random = This browser has no generator of random numbers for cryptography, or kept it shut. Nothing was drawn. Use another browser.

# After the draw.
drawn = The papers of trial { $mark }
    .note = Each paper bears this mark. Print all four, compare the mark on them, and put the sheet for the envelope away first.
print-all = Print all
save = Save the file
    .note = All four papers as one file for your records, if you want one. It holds the order: keep it where the patient can’t see it.
draw-anew = Draw anew
    .ask = Other codes are drawn then. Papers of trial { $mark } that were printed fit nothing any more: destroy them, and give the patient none of them.
    .yes = Yes, draw other codes
    .no = Keep these

labels = Labels for the bottles
    .about = One for each bottle. They say nothing of what is in it.
    .print = Print the labels
list = Pharmacist’s list
    .about = What to fill into which bottle. Keep it from the patient, and from everybody who sees the patient.
    .print = Print the pharmacist’s list
reveal = Sheet for the sealed envelope
    .about = Fold it with the print inside, so that nothing can be read through the envelope. Seal it, write the mark of the trial on it, and give it to whom prescriber and patient have chosen to keep it.
    .print = Print the sheet for the envelope
sheet = Patient’s sheet
    .about = For the patient to take home, with the bottles.
    .print = Print the patient’s sheet

# On the papers.
mark = Trial { $mark }
label-content = { $form }: naltrexone { $dose } or placebo
label-days = { DATETIME($from, form: "full") } to { DATETIME($to, form: "full") }
label-doses = { $doses ->
    [one] { $doses } daily dose
   *[other] { $doses } daily doses
}
label-how = How to take:
label-name = Name:
plan-said = { NUMBER($pairs) } pairs of periods of { NUMBER($days) } days. { $form }: naltrexone { $dose } in one period of each pair, placebo in the other.
drawn-on = Drawn on { DATETIME($date, form: "full") }
bottle = Bottle
from = From
to = To
doses = Doses
holds = Holds
filled = Filled by
naltrexone = Naltrexone { $dose }
placebo = Placebo
list-secret = Keep from the patient until the trial is revealed.
list-alike = Both must look, weigh and taste alike, and be packed alike.
    .each = Put the label with the number of the bottle on it, and nothing else that tells one from another.
commit-code = Commit code (on the patient’s sheet)
reveal-code = Reveal code (in the sealed envelope)
envelope-closed = Open only after { DATETIME($last, form: "full") }, or when the prescriber says so.
    .once = Once it is open, the trial is no longer blinded. Before that, the patient says in the app what the last bottle is thought to have held.
envelope-code = Reveal code
    .how = In LDN Diary, open Treatment and reveal the trial. Type this code there; small letters and spaces do no harm.
envelope-content = What each bottle held
    .why = For a prescriber who has to know at once.
sheet-code = Commit code
    .how = In LDN Diary, open Treatment and begin a trial of one. Type this code there, or read it from the picture with a camera and paste it. It says when your periods begin, and not what is in a bottle.
    .picture = The commit code as a QR code
sheet-bottles = Your bottles
    .one = Take one bottle after the other, each on its own days, and mix none. Nobody tells you what is in which before the trial ends.
sheet-trouble = At any trouble
    .stop = You can stop at any time, and need no reason. Stop, and speak with your prescriber.
    .open = The prescriber can have the envelope opened at any time. It says what each bottle holds.
    .emergency = Show this sheet to whoever treats you. Until the envelope is open, they should take it that you take naltrexone: it blocks opioid medicines.
sheet-people = Who to ask
    .prescriber = Prescriber:
    .pharmacy = Pharmacy:
    .envelope = The envelope is with:
