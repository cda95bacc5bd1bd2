# The safety facts before LDN starts: facts with their sources, no advice on doses.

title = Before you start: what to tell whom
opioids = Opioids
    .fact = Naltrexone blocks opioid pain medicines, such as codeine, tramadol, morphine or oxycodone, and can bring on sudden withdrawal in people who take them, methadone or buprenorphine. Tell your prescriber about any opioid before the first dose.
    .source = Source: Naltrexone tablets, US prescribing information, sections Contraindications and Warnings (DailyMed)
surgery = Surgery and emergencies
    .fact = Tell surgeons, dentists and emergency staff that you take naltrexone: opioid pain relief may not work as they expect. Do not try to overcome the block with more opioids; that can be fatal.
    .source = Source: Naltrexone tablets, US prescribing information, section Warnings (DailyMed)
liver = Liver
    .fact = Talk to your prescriber if you have, or had, liver disease. Older labels list acute hepatitis and liver failure as reasons not to take naltrexone.
    .source = Source: Naltrexone tablets, US prescribing information, older and current versions (DailyMed)
pregnancy = Pregnancy and breastfeeding
    .fact = Talk to your prescriber if you are pregnant, want to be, or breastfeed.
    .source = Source: Naltrexone tablets, US prescribing information, section Use in Specific Populations (DailyMed)
no-advice = LDN is naltrexone in a far lower dose than on its label, and is used off label. This diary gives no advice on doses: that is for you and your prescriber.
read = I have read this
