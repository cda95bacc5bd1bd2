# What a clinic reads in the file for its records, beside the codes.

questionnaire = LDN Diary, every evening
own-codes = The patient's own items

# The questions, as far as they have no name elsewhere.
pain = Average pain today: 0 no pain, 100 worst pain imaginable
fatigue = Fatigue today: 0 none, 100 worst imaginable
sleep-quality = Sleep last night: 0 did not sleep well at all, 100 slept extremely well
overall = Overall severity of symptoms today: 0 none, 100 worst imaginable
tolerability = Tolerability of the medicine: 0 not tolerated at all, 100 perfectly tolerated
highest-pain = Highest pain today: 0 no pain, 100 worst pain imaginable
stress = Stress today: 0 none, 100 worst imaginable
sadness = Sadness today: 0 none, 100 worst imaginable
thinking = Ability to think and remember today: 0 none, 100 perfect
stomach = Gastrointestinal symptoms today: 0 none, 100 worst imaginable
headache-severity = Severity of headaches today: 0 none, 100 worst imaginable
mood = Mood today: 0 worst imaginable, 100 best imaginable
life-satisfaction = Satisfaction with life today: 0 not satisfied at all, 100 completely satisfied
touch-sensitivity = Pain from light touch today: 0 none, 100 worst imaginable
swelling = Swelling today: 0 none, 100 worst imaginable
how-many = { $medicine }, how many were taken
own-lower = { $name }, 0 to 100, lower is better
own-higher = { $name }, 0 to 100, higher is better
left-out = The rest was left out on purpose: too unwell
dose-taken = Dose taken, in milligrams; 0 is none
sealed-dose-taken = Sealed dose taken
sealed = Naltrexone or placebo, sealed
day = Diary day
# Where an imported day is from.
imported = Imported from { $from }
# The unit of a rating.
points = points

naltrexone = Low-dose naltrexone
planned = { $dose } a day, as planned
    .as = { $dose } a day, { $form }, as planned
# How it is taken.
by-mouth = By mouth
under-the-tongue = Under the tongue
on-the-skin = On the skin
injected = Injected

# What a comparison found.
change = Change of the mean, in points
mean-before = Mean before
mean-now = Mean of these days
lowest = 95 % range, lower end
highest = 95 % range, upper end
at-least-asked = How likely the change is that the card asks for
