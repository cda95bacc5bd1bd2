# What taking a file in does: to days, settings, phases and doses.

# In one sentence, for each of the two ways.
merges = Importing it adds { $adds ->
    [one] { $adds } day
   *[other] { $adds } days
}, changes { NUMBER($changes) }, keeps { NUMBER($keeps) }.
replaces = Replacing your diary with it adds { $adds ->
    [one] { $adds } day
   *[other] { $adds } days
}, changes { NUMBER($changes) }, keeps { NUMBER($keeps) }, removes { NUMBER($removes) }. A safety copy of your diary as it is now is kept, and can be brought back.

# What happens to days, and why; behind it stands to which.
added = { $days ->
    [one] { $days } day is added.
   *[other] { $days } days are added.
}
changed = { $days ->
    [one] { $days } day becomes as it is in the file.
   *[other] { $days } days become as they are in the file.
}
removed = { $days ->
    [one] { $days } day is removed.
   *[other] { $days } days are removed.
}
loses = { $days ->
    [one] { $days } day loses an answer that is here: the version in the file was changed later.
   *[other] { $days } days lose an answer that is here: the versions in the file were changed later.
}
loses-to-future = { $days ->
    [one] { $days } day loses an answer that is here: the version in the file has a later time, but one that lies in the future.
   *[other] { $days } days lose an answer that is here: the versions in the file have later times, but ones that lie in the future.
}
stays = { $days ->
    [one] { $days } day differs and stays as it is here: your version is as new or newer.
   *[other] { $days } days differ and stay as they are here: your versions are as new or newer.
}
stays-not-future = { $days ->
    [one] { $days } day differs and stays as it is here: its time in the file lies in the future.
   *[other] { $days } days differ and stay as they are here: their times in the file lie in the future.
}
stays-from-future = { $days ->
    [one] { $days } day differs and stays as it is here: your version has a later time, but one that lies in the future.
   *[other] { $days } days differ and stay as they are here: your versions have later times, but ones that lie in the future.
}
ahead = { $days ->
    [one] { $days } day has not begun by this device's clock: check its date.
   *[other] { $days } days have not begun by this device's clock: check their dates.
}
stays-deleted = { $days ->
    [one] { $days } day was deleted here after this backup was made, and stays deleted.
   *[other] { $days } days were deleted here after this backup was made, and stay deleted.
}
comes-back = { $days ->
    [one] { $days } day was deleted here after this backup was made, and comes back.
   *[other] { $days } days were deleted here after this backup was made, and come back.
}

far-reach = Your diary would then reach from { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }: check that these years are right.
nothing-readable = None of its days can be read, so there is nothing to import. Choose another backup.
nothing-new = There is nothing in it that could be imported. Choose another backup.

# What else changes.
own-items-come = Own items that come along: { $names }.
own-side-effects-come = Own side effects that come along: { $names }.
medicines-come = Other medicines that come along: { $names }.
plan-changes = The plan that you follow changes.
sampling-changes = How often the diary asks changes.
cards-come = { $count ->
    [one] { $count } decision card comes along.
   *[other] { $count } decision cards come along.
}
decisions-come = { $count ->
    [one] What was written beside { $count } answer comes along.
   *[other] What was written beside { $count } answers comes along.
}
impressions-come = { $count ->
    [one] What was said at the end of { $count } phase comes along.
   *[other] What was said at the end of { $count } phases comes along.
}
visits-come = { $count ->
    [one] { $count } visit comes along or changes.
   *[other] { $count } visits come along or change.
}
final-answers-come = { $count ->
    [one] { $count } final answer that was kept comes along.
   *[other] { $count } final answers that were kept come along.
}
unknown-settings-change = Settings of another version of the app change.
unknown-fields-change = Fields of another version of the app change.
guesses-come = { $guesses ->
    [one] { $guesses } guess at a period of a trial of one comes along.
   *[other] { $guesses } guesses at periods of a trial of one come along.
}
unknown-treatment-changes = Fields of another version of the app in phases and doses change.
names-and-more = { $names } and { NUMBER($count) } more
and-more-changes = And { NUMBER($count) } more changes.

# Settings, after and before.
condition = The condition: { $after } instead of { $before }.
not-named = not named
day-ends = The end of your day: { $after } instead of { $before }.
walking-asked = Walking support: asked instead of not asked.
walking-not-asked = Walking support: not asked instead of asked.
rated = What is rated: { $changes }.
    .order = What is rated: in another order.
asked-side-effects = Side effects that are asked: { $changes }.
    .order = Side effects that are asked: in another order.
comes = { $name } comes
goes = { $name } goes

# A rating or side effect of one's own, as it is and was.
own-item-lower = item { $name } (lower is better)
    .away = item { $name } (lower is better, put away)
own-item-higher = item { $name } (higher is better)
    .away = item { $name } (higher is better, put away)
own-side-effect = side effect { $name }
    .away = side effect { $name } (put away)
medicine = medicine { $name }
    .away = medicine { $name } (put away)
own-goes = Your own { $thing } goes.
own-changes = Your own { $after } instead of { $before }.

# Phases and doses.
phase-comes = { $phase } from { DATETIME($date, form: "full") } comes.
phase-goes = { $phase } from { DATETIME($date, form: "full") } goes.
phase-begins = { $phase } begins on { DATETIME($after, form: "full") } instead of { DATETIME($before, form: "full") }.
form-changes = { $phase } from { DATETIME($date, form: "full") }: { $after } instead of { $before }.
form-none = no form
dose-changes = Dose from { DATETIME($date, form: "full") }: { $after } instead of { $before }.
dose-goes = Dose { $dose } from { DATETIME($date, form: "full") } goes.
dose-comes = Dose { $dose } from { DATETIME($date, form: "full") } comes.
