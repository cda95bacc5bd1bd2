contents = On this page
questions = What you are asked
ratings = Ratings
side-effects = Side effects
side-effects-note = Each one that is on is asked every evening. Few questions are answered for longer than many.
walking = Support needed for walking (yes or no)
# Questions that go with a condition: each set is switched on and put away in one tap.
packs = Questions for a condition
packs-note = Each adds up to three answers an evening. Switched off, they are put away; what you recorded stays.
pack-crps = Complex regional pain syndrome (CRPS)
pack-burning-mouth = Burning mouth
pack-neuropathy = Painful neuropathy
pack-bowel = Inflammatory bowel disease
pack-multiple-sclerosis = Multiple sclerosis
burning-in-mouth = Burning in the mouth
change-of-taste = Change of taste
numbness-or-tingling = Numbness or tingling
urgency-of-bowel = Urgency of the bowel
stiffness-or-spasms = Stiffness or spasms
own-items = Ratings of your own
own-side-effects = Side effects of your own
six-items = Six ratings of your own are the most. Put one away to add another.
item-name = What do you want to rate?
name-taken = “{ $name }” is there already. Switch it on above, or give this one another name.
name-put-away = “{ $name }” was put away, with what you recorded for it. Ask it again, or give this one another name.
which-is-better = Which number is better?
choose-better = Choose which number is better.
add-item = Add this rating
side-effect-name = Which side effect?
add-side-effect = Add this side effect
medicines-note = Each is counted every evening: how many you took, or none. Up to six. Where you count medicines, it is not asked any more whether you needed extra pain medicine.
six-medicines = Six other medicines are the most. Put one away to add another.
medicine-name = Which medicine?
medicine-unit = What is one of it? For example 50 mg, or 1 tablet (optional)
medicine-taken = “{ $name }” is counted already. Give this one another name.
add-medicine = Add this medicine
put-away = Put away
    .named = Put away { $name }
remove = Remove
    .named = Remove { $name }
bring-back = Ask again
    .named = Ask again { $name }
what-is-away = No longer asked
away-note = What you recorded for these stays in your diary.
condition = Your condition (optional)
day-end = The end of your day
day-ends-at = My day ends at
day-end-note = A change counts from now on: days that you have recorded keep their date. Whether a recorded day counts as late is judged by the time that is set here.
# Before the end of the day is changed: what that does to recorded days.
become-late = If your day ends at { $time }, { $days ->
    [one] { $days } recorded day becomes late.
   *[other] { $days } recorded days become late.
}
no-longer-late = If your day ends at { $time }, { $days ->
    [one] { $days } recorded day is late no longer.
   *[other] { $days } recorded days are late no longer.
}
late-days-count = Late days count in the results, unless you leave them out there.
change-end = Change it to { $time }
keep-end = Keep { $time }
reading = Reading
text-size = Text size
theme = Colours
numbers = A field for the number beside each line
numbers-note = The rows are higher then. By keyboard you can type the number right on the line, too.
reminder = Reminder
reminder-note = Your phone's own calendar can remind you every day. The event is called “{ event }” and says nothing about your health. Nothing is sent from here.
# What it is called in the calendar: calendars are copied to clouds, so this names no illness and no medicine.
event = Daily log
reminder-seven = Your diary asks on the first seven days of each month, and a reminder that you make now rings on those.
reminder-rests = Your diary rests. To stop a reminder, delete the event in your calendar.
reminder-again = To move it, make a new reminder: it takes the place of the old one where your calendar does so. Where both ring, delete the old one in your calendar. To stop it, delete the event there.
reminder-file = Save it as a file
reminder-time = Remind me at
no-calendar = It does not open, or it does not ring
by-hand = Many Android phones do not open calendar files, or leave the alarm out. Set an alarm by hand then: open the clock app, add an alarm, choose the time and let it repeat every day.
sample = Sample diary
about = About this diary
what-it-is = A symptom diary for people who take or try low-dose naltrexone (LDN). It asks what the trials at Stanford asked, every day, and compares your days on LDN with your own days before it, or with others of yours.
no-device = It is no medical device and gives no medical advice. It does not tell you whether to take LDN, or how much. Talk to your prescriber about that.
no-sending = What you enter stays on this device. There is no account, and nothing is sent anywhere.
sources = The trials behind it
sources-note = To read one, search the web for the text at its end.
licences = Licences of the parts made by others

# Conditions that are offered for one's own.
fibromyalgia = fibromyalgia
crps = CRPS
chronic-pain = chronic pain

text-normal = Normal
text-larger = Larger
text-largest = Largest
theme-device = As the device
theme-light = Light
theme-dark = Dark

version = LDN Diary { $version } · licence MIT or Apache-2.0

# Why an item has no switch.
always-asked = always asked
on-medicine = on LDN, placebo or another medicine

count-asked = { NUMBER($count) } asked

lower-is-better = Lower is better
higher-is-better = Higher is better

you-are-asked = You are asked: “{ $question }”

# What the end of the day means, by an example.
night = What you enter in the night, up to { $time }, still counts for the day before.
midnight = A new day begins at midnight: what you enter at half past twelve counts for the new day.

open-reminder = Add a reminder at { $time }
