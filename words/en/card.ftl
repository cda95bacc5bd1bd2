# The decision card: what would make the medicine worth taking, written down before it is known.

# Where it is offered.
offer = Before you start
    .about = A decision card: what would make it worth taking, and until when? It takes a minute, and makes the answer yours. You can skip it.
    .write = Write a decision card
offer-later = A decision card
    .about = Write down what would make it worth taking, and the day on which you want to know. Written before the answer, it is worth more than an afterthought.
offer-next = Ask another question
    .about = The answer above stands. A further card asks a further question, such as whether it still holds after a year.

# The form.
title = Your decision card
    .about = A minute now makes the answer yours. Sealed, it can’t be changed: you and your doctor see that it was written before.
no-days = Record a few days first: then the line shows your own average, and you can say from there where you would want to be.
no-reference = Your diary has no days without LDN to compare with, before it or after: a card could not be answered. The charts show how it goes.
which-item = What matters most?
how-much-lower = How much lower would { $item } have to be to make it worth taking?
how-much-higher = How much higher would { $item } have to be to make it worth taking?
your-baseline = Your baseline average is { NUMBER($mean) }, the ring on the line. Tap where you would want to be.
your-average = Your average so far is { NUMBER($mean) }, the ring on the line. Tap where you would want to be.
points-lower = { NUMBER($wanted) }: { $points } lower
points-higher = { NUMBER($wanted) }: { $points } higher
what-ends = What would end it?
another-effect = Another side effect
none-of-these = None of these
when-begin = When will you begin LDN?
when = When shall the answer be final?
after-weeks = After { NUMBER($weeks) } weeks
    .trial = After { NUMBER($weeks) } weeks, as in the trial
another-day = Another day
which-day = The day of the answer
until-trial = The answer is final at the end of your trial of one, on { DATETIME($day, form: "full") }.
until-then = { DATETIME($day, form: "full") }. Until then the diary says how it looks so far.
seal = Seal the card
seal-note = Sealed with the time and a fingerprint of what it says. It stays on this device, in your backup and on your report.

# What is wrong with it.
no-item = Choose what matters most.
no-wish = Tap the line where you would want to be.
not-better = Choose a place on the better side of your average.
no-when = Choose the day on which the answer shall be final.
day-over = Choose a day that is still to come.
day-too-far = Choose a day within the next two years.
day-too-soon = Choose { DATETIME($first, form: "full") } or later: an answer takes { NUMBER($days) } days on one dose.
day-after-phase = This time on LDN ends on { DATETIME($last, form: "full") }: choose a day before that.
no-start = Choose the day on which you will begin.

# What was sealed.
sealed = Your card is sealed.
sealed-as = Sealed on { DATETIME($day, form: "full") }, { $time } (SHA-256 { $digits }).
is-open = You have a card whose day is still to come. It stands; the next one can be written after that day.
see = See the card
taken-back = The card is taken back.
take-back = Take it back
calendar = Put the day in my calendar
back = Back to treatment
event = Daily log: the day of the answer
    .about = The results page has the answer.

# A card in words. $wish is "pain at least 10 points lower".
wish-lower = { $item } at least { $points } lower
wish-higher = { $item } at least { $points } higher
said = Card for question { NUMBER($question) }: worth it with { $wish }; the answer is final on { DATETIME($day, form: "full") }.
    .of-trial = Card for question { NUMBER($question) }: worth it with { $wish }; the answer is final at the end of the trial of one, on { DATETIME($day, form: "full") }.
ends-it = What would end it: { $effect }.
written-before = Written on { DATETIME($day, form: "full") }, before LDN.
written-later = Written on { DATETIME($day, form: "full") }, when LDN had begun.
written-in-trial = Written on { DATETIME($day, form: "full") }, when the trial of one had begun.
written-before-trial = Written on { DATETIME($day, form: "full") }, before the trial of one.
written-without-phase = Written on { DATETIME($day, form: "full") }. No time on LDN belongs to it yet.
moved = When it was written, LDN was to begin on { DATETIME($planned, form: "full") }; its first day is { DATETIME($first, form: "full") }.
does-not-fit = What this card says is not what was sealed: it was changed afterwards, outside of this app.

# What another version of the app has written.
unread = { $count ->
    [one] { $count } decision card is of another version of the app: it is kept, and not shown.
   *[other] { $count } decision cards are of another version of the app: they are kept, and not shown.
}
    .come = { $count ->
    [one] { $count } decision card of another version of the app comes along: it is kept, and not shown.
   *[other] { $count } decision cards of another version of the app come along: they are kept, and not shown.
}

# Beside the answer of a card.
put-off = The dose changed shortly before the day of the card, { DATETIME($card, form: "full") }: an answer takes { NUMBER($days) } days on one dose.
ended-before = This time on LDN ended before the day of the card, { DATETIME($card, form: "full") }.
ended-by = { $effect } would end it, by the card: on { NUMBER($yes) } of { $answered ->
    [one] { $answered } day
   *[other] { $answered } days
}.

# The day of the answer.
on-this-day = You, beside this answer
since-start = All in all, since I began I feel
decided = What we decided, in my words
    .note = For you and your prescriber. It stands on the report.
ask-less = Let the diary ask less from now on
doctor = Page for my doctor
question = Question { NUMBER($number) }
questions = Questions
