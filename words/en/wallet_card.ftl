# The naltrexone card: what a patient carries, in the words of the label. It advises nothing.

title = Naltrexone
blocks = I take low-dose naltrexone, an opioid blocker.
# Of a blinded trial, on the report too.
blinded = Blinded trial: low-dose naltrexone or placebo. Take it that it is naltrexone.
dose = { $dose } a day, since { $date }
dose-with-form = { $dose } a day, { $form }, since { $date }
dose-or-placebo = { $dose } or placebo
    .since = { dose-or-placebo }, since { $date }
opioids = It blocks opioids: their relief may not work as expected, and more of them can be dangerous.
name = Name: { $name }
prescriber = Prescriber: { $name }
telephone = Telephone: { $name }
pharmacy = Pharmacy: { $name }
made = Made on { DATETIME($date, form: "short") } with LDN Diary, from my own entries.
# Beside the card, on the sheet it is printed on.
cut = Cut along the marks. The card is as large as a bank card.
not-taken = Your diary says that you take no LDN now, so there is no card to make. Begin LDN under Treatment.
words = Naltrexone card: { $text }
