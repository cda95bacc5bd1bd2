# About me, and the naltrexone card: on the page for the doctor.

title = About me, and a card to carry
note = All of it is optional. It stays on this device, and stands on the card and, where you switch that on above, on the report.
name = Name on the card
prescriber = Who prescribes LDN
telephone = Their telephone
pharmacy = Pharmacy
conditions = Conditions
condition = Condition { NUMBER($number) }
since-year = Since which year
medicines = Other medicines
medicine = Medicine { NUMBER($number) }, with its dose
since = Since
until = Until
add-condition = Add a condition
add-medicine = Add a medicine
remove-condition = Remove condition { NUMBER($number) }
remove-medicine = Remove medicine { NUMBER($number) }
opioids = Do you take an opioid now?
opioids-fact = Naltrexone blocks opioids and can bring on sudden withdrawal in people who take them. Tell your prescriber about any opioid.
bad-year = { $text } is no year up to now. Type four digits, or leave it empty.
card = Naltrexone card
    .note = It says that you take an opioid blocker, how much and since when, and what you write below. Carry it: surgeons and emergency staff need to know.
file-card = Card to cut out (PDF)
    .about = As large as a bank card, with marks to cut along.
file-screen = Card for the lock screen (PNG)
    .about = A picture to set as the wallpaper of your lock screen: it can be read without unlocking the phone, by anybody who holds it.
# On the report, in two lines.
on-report = About me
taken-since = { $name }, since { $since }
taken-until = { $name }, until { $until }
taken-between = { $name }, { $since } to { $until }
condition-since = { $name } (since { $year })
line-conditions = Conditions: { $list }.
line-medicines = Other medicines: { $list }.
line-prescriber = Prescriber: { $name }.
line-opioids = Opioids now: { $answer ->
    [1] yes.
   *[other] no.
}
