# The sample diary, and importing a backup.

other-beginnings = Other ways to begin
sample = See what 22 weeks of a made-up diary look like. Your own is not touched.
    .open = Open the sample diary

reading = Reading { $file } ({ NUMBER($megabytes) } MB)…
importing = Importing…
stop = Stop
stopped = Stopped. Nothing was changed.
not-saved = It was not saved. { $why }

# The plan.
import = Import
what-it-would-do = What this import would do
close = Close
dont-import = Don't import
holds = This backup holds { $days ->
    [one] { $days } day, { $span }.
   *[other] { $days } days, { $span }.
}
    .none = This backup holds no days.
span = { DATETIME($first, form: "full") } to { DATETIME($last, form: "full") }
bring-deleted = Bring the deleted days back too
replace-instead = Replace my diary instead
replace = Replace my diary
which-treatment = Phases and doses differ. Which are right?
    .here = As in this diary
    .file = As in the file
settings-change = Settings change:
    .many = Settings change: { NUMBER($count) } changes.
treatment-changes = Phases and doses change:
    .many = Phases and doses change: { NUMBER($count) } changes.
and-more-days = { $days ->
    [one] and { $days } day more
   *[other] and { $days } days more
}
and-more = and { NUMBER($count) } more
days-left-out = { $days ->
    [one] { $days } day of it can't be read and is left out:
   *[other] { $days } days of it can't be read and are left out:
}
part-left-out = A part of it can't be read and is left out:

# Why nothing is taken in.
too-many-days = Your diary and this file together hold { NUMBER($days) } days, and a diary can hold { NUMBER($most) }. Nothing was changed.
too-many-own = Your diary and this file together have { NUMBER($own) } items or side effects of your own, and a diary can have { NUMBER($most) } of each. Nothing was changed.
too-large = Your diary and this file together are larger than { NUMBER($megabytes) } MB, which is the limit of a backup. Nothing was changed.
not-compared = Your diary could not be compared with this file. Make a backup, then reload the page.
