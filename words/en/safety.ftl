# What the diary is for, and the safety facts before LDN starts: facts with their sources, no advice on doses.

# The same sentence on page, report and README, and in docs/intended-purpose.md.
purpose = LDN Diary records and describes one's own days; it is not for diagnosis, choice of treatment, monitoring or dose.

title = Before you start: what to tell whom
opioids = Opioids
    .fact = Naltrexone blocks opioid pain medicines, such as codeine, tramadol, morphine or oxycodone, and can bring on sudden withdrawal in people who take them, methadone or buprenorphine. Tell your prescriber about any opioid before the first dose.
    .source = Source: Naltrexone tablets, US prescribing information, sections Contraindications and Warnings (DailyMed)
# The first warning of the label, said again where a washout starts.
after-stopping = After stopping, or a missed dose
    .fact = After naltrexone is stopped, or a dose is missed, opioids may act more strongly than before: an amount that was tolerated earlier can be too much, and people have died of it. Tell whoever gives you an opioid that you took naltrexone.
    .source = Source: Naltrexone tablets, US prescribing information, section Warnings, the first of them (DailyMed)
other-medicines = Medicines for coughs, colds and diarrhoea
    .fact = Naltrexone also blocks the opioids in some medicines for coughs, colds and diarrhoea. Ask your pharmacist what is in yours.
    .source = Source: Naltrexone tablets, US prescribing information, section Precautions, drug interactions (DailyMed)
surgery = Surgery and emergencies
    .fact = Tell surgeons, dentists and emergency staff that you take naltrexone: opioid pain relief may not work as they expect. Carry a card that says so. Do not try to overcome the block with more opioids; that can be fatal.
    .source = Source: Naltrexone tablets, US prescribing information, sections Warnings and Precautions (DailyMed)
mood = Low mood
    .fact = Low mood and thoughts of suicide have been reported in people who take naltrexone. If either comes to you, tell a doctor at once.
    .source = Source: Naltrexone tablets, US prescribing information, section Warnings (DailyMed)
liver = Liver
    .fact = Talk to your prescriber if you have, or had, liver disease. Older labels list acute hepatitis and liver failure as reasons not to take naltrexone.
    .source = Source: Naltrexone tablets, US prescribing information, section Warnings, in older versions also Contraindications (DailyMed)
pregnancy = Pregnancy and breastfeeding
    .fact = Talk to your prescriber if you are pregnant, want to be, or breastfeed.
    .source = Source: Naltrexone tablets, US prescribing information, section Precautions (DailyMed)
no-advice = LDN is naltrexone in a far lower dose than on its label, and is used off label. This diary gives no advice on doses: that is for you and your prescriber.
read = I have read this
