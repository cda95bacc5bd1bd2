# What is asked in a trial of one: whether the dose of a bottle was taken, and at its end what it is thought to have held.

begins = Bottle { NUMBER($number) } begins today.
dose = Dose taken from bottle { NUMBER($number) }?
taken = Taken
not-taken = Not taken
guess = What do you think bottle { NUMBER($number) } held?
    .why = This is asked once for each bottle. Later it shows how well the order was hidden; it changes nothing else.
ldn = LDN
placebo = Placebo
unknown = I don’t know
sure = How sure are you?
little = A little
    .sure = a little sure
fairly = Fairly
    .sure = fairly sure
very = Very
    .sure = very sure
thought = { $guess } ({ $sure })
keep = Save
put-away = Not now
is-put-away = You are not asked again for bottle { NUMBER($number) }; until the reveal you can still say it under Treatment.
