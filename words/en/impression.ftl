# How all has changed since a phase began: asked once at its end, on the final day of an answer, and on day 14 of the baseline.

# $since is one of those below it.
question = All in all, compared with { $since }, how are your symptoms?
    .of = All in all, compared with { $since }, how are your symptoms ({ $condition })?
since-diary = when you began this diary
since-ldn = when LDN began
since-placebo = when placebo began
since-washout = when you stopped
since-medicine = when { $medicine } began
since-bottle = when bottle { NUMBER($number) } began
why = One tap, asked once. It stands beside the ratings and changes none of them.
    .not-again = You are not asked this again.

# Under Results, and at the end of a bottle of a trial of one.
said = You said on { DATETIME($day, form: "full") }, compared with { $since }: { $change }.
bottles = All in all, at the end of each bottle
    .said = bottle { NUMBER($number) } { $change }

# Where that and the ratings of the main item are on opposite sides.
contradicts = Your overall impression and your ratings of { $item } point different ways. Both are real answers: the memory of a start fades, and { $item } is not everything.
    .paper = The patient’s overall impression and the ratings of { $item } point different ways. Both are real answers: the memory of a start fades, and { $item } is not everything.

# On the report.
table = All in all, as the patient said it at the end of phases
    .phase = Phase
    .on = On
    .compared = Compared with
    .said = All in all
