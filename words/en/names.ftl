# The names of what is asked, and of phases: on pages, charts and papers alike.

item-pain = Pain
    .low = no pain
    .high = worst pain imaginable
item-fatigue = Fatigue
item-sleep-quality = Sleep quality
    .short = Sleep
    .low = did not sleep well at all
    .high = slept extremely well
item-overall = Overall symptoms
    .short = Overall
item-tolerability = Tolerability
    .low = not tolerated at all
    .high = perfectly tolerated
item-highest-pain = Highest pain
item-stress = Stress
item-sadness = Sadness
item-thinking = Thinking and memory
    .short = Thinking
    .low = could not think or remember
    .high = thought and remembered perfectly
item-stomach = Stomach and bowel
    .short = Stomach
item-headache-severity = Headache, how bad

# What 0 and 100 mean where a scale has no words of its own.
none = none
worst-imaginable = worst imaginable
best-imaginable = best imaginable

# By themselves, and within a sentence.
phase-baseline = Baseline
    .within = baseline
phase-ldn = LDN
    .within = LDN
phase-placebo = Placebo
    .within = placebo
phase-washout = Washout
    .within = washout

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

# Two questions of every day, as they are called on the day and in what is made of it.
extra-pain-medicine = Extra pain medicine needed
walking-support = Support needed for walking
