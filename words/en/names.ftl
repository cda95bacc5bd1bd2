# The names of what is asked, and of phases: on pages, charts and papers alike.

# Of items: by themselves, within a sentence, and as the patient's within a sentence.

item-pain = Pain
    .within = pain
    .yours = your { item-pain.within }
    .low = no pain
    .high = worst pain imaginable
item-fatigue = Fatigue
    .within = fatigue
    .yours = your { item-fatigue.within }
item-sleep-quality = Sleep quality
    .within = sleep quality
    .yours = your { item-sleep-quality.within }
    .short = Sleep
    .low = did not sleep well at all
    .high = slept extremely well
item-overall = Overall symptoms
    .within = overall symptoms
    .yours = your { item-overall.within }
    .short = Overall
item-tolerability = Tolerability
    .within = tolerability
    .yours = your { item-tolerability.within }
    .low = not tolerated at all
    .high = perfectly tolerated
item-highest-pain = Highest pain
    .within = highest pain
    .yours = your { item-highest-pain.within }
item-stress = Stress
    .within = stress
    .yours = your { item-stress.within }
item-sadness = Sadness
    .within = sadness
    .yours = your { item-sadness.within }
item-thinking = Thinking and memory
    .within = thinking and memory
    .yours = your { item-thinking.within }
    .short = Thinking
    .low = could not think or remember
    .high = thought and remembered perfectly
item-stomach = Stomach and bowel
    .within = stomach symptoms
    .yours = your { item-stomach.within }
    .short = Stomach
item-headache-severity = Headache, how bad
    .within = headache
    .yours = your { item-headache-severity.within }
item-mood = Mood
    .within = mood
    .yours = your { item-mood.within }
item-life-satisfaction = Satisfaction with life
    .within = satisfaction with life
    .yours = your { item-life-satisfaction.within }
    .low = Not satisfied at all
    .high = Completely satisfied
item-touch-sensitivity = Sensitivity to touch
    .within = sensitivity to touch
    .yours = your { item-touch-sensitivity.within }
item-swelling = Swelling
    .within = swelling
    .yours = your { item-swelling.within }

# An item of the patient's own within a sentence.
own-item = “{ $name }”
    .yours = your { own-item }
# One that is in no list any more, by itself and within a sentence; and such a side effect.
own-item-gone = An own item that is no longer there
    .within = an own item that is no longer there
own-effect-gone = An own side effect that is no longer there
medicine-gone = A medicine that is no longer there
# A medicine that is counted: what one of it is, and how many were taken.
with-unit = { $name } ({ $unit })
counted = { $medicine } { NUMBER($count) }
other-medicines = Other medicines

# What 0 and 100 mean where a scale has no words of its own.
none = none
worst-imaginable = worst imaginable
best-imaginable = best imaginable

# By themselves, within a sentence, and as the time in which something was rated: within a sentence and at its beginning.
phase-baseline = Baseline
    .within = baseline
    .during = in this baseline
    .at-first = In this baseline
phase-ldn = LDN
    .within = LDN
    .during = on LDN
    .at-first = On LDN
phase-placebo = Placebo
    .within = placebo
    .during = on placebo
    .at-first = On placebo
# Another medicine is called as the patient calls it: "on amitriptyline".
on-medicine = on { $medicine }
    .at-first = On { $medicine }
# A sealed period of a trial of one: "Period 2 of 6"; "in period 2 of 6".
phase-period-of = Period { NUMBER($number) } of { NUMBER($of) }
    .short = Period { NUMBER($number) }
    .within = period { NUMBER($number) } of { NUMBER($of) }
in-period = in { $period }
    .at-first = In { $period }
taken = taken
not-taken = not taken
phase-washout = Washout
    .within = washout
    .during = after stopping
    .at-first = After stopping
# LDN (capsule)
phase-form = { $phase } ({ $form })
# What is taken
form-capsule = Capsule
    .within = capsule
form-tablet = Tablet
    .within = tablet
form-liquid = Liquid
    .within = liquid
form-drops = Drops under the tongue
    .within = drops under the tongue
form-cream = Cream
    .within = cream
form-injection = Injection
    .within = injection
form-other = Other
    .within = another form
# One of several of a kind: LDN 19 January 2026
phase-from = { $phase } { $first }
# LDN 4.5 mg
phase-dose = { $phase } { $dose }
# The time with which a later one is compared.
before = before
    .at-first = Before
off = off LDN
    .at-first = Off LDN
# Of two doses that are compared.
earlier-dose = on the earlier dose
    .at-first = On the earlier dose
later-dose = on the later dose
    .at-first = On the later dose

effect-vivid-dreams = Vivid dreams
effect-headache = Headache
effect-insomnia = Could not sleep
effect-nightmares = Nightmares
effect-nausea = Feeling sick
effect-dizziness = Dizziness
effect-dry-mouth = Dry mouth
effect-diarrhoea = Diarrhoea
effect-constipation = Constipation
effect-abdominal-pain = Belly pain
effect-vomiting = Vomiting
effect-drowsiness = Drowsiness
effect-anxiety = Anxiety
effect-irritability = Irritability

tag-flare = Flare
tag-infection = Infection
tag-period = Period
tag-travel = Travel
tag-exertion = Exertion
tag-other-medicine-changed = Other medicine changed
tag-stressful-event = Stressful event
tag-procedure-or-injury = Procedure or injury

# An item with its rating.
rated = { $item } { NUMBER($rating) }

# Two questions of every day, as they are called on the day and in what is made of it.
extra-pain-medicine = Extra pain medicine
    .needed = { extra-pain-medicine } needed
walking-support = Support needed for walking

# How it has gone since the start: the seven steps of the Patient Global Impression of Change.
global-very-much-better = very much better
global-much-better = much better
global-little-better = a little better
global-same = no different
global-little-worse = a little worse
global-much-worse = much worse
global-very-much-worse = very much worse
