# How often the diary asks.
title = How often the diary asks
question = It asks
every-day = every day
seven-a-month = seven days a month
rests = not for now
# What has been chosen: from when, and when the next day comes.
asks-seven = From { DATETIME($from, form: "full") } on, the diary asks on the first seven days of each month: next on { DATETIME($next, form: "full") }.
asks-not = From { DATETIME($from, form: "full") } on, the diary rests until you choose otherwise.
answer-waits = The answer of this phase counts days up to { DATETIME($day, form: "full") }: with fewer days its range is wider, and with too few there is none.
remind-anew = Your calendar does not know of it: see “{ $reminder }”.
note = For years to come, or after a decision. A day that the diary does not ask of is not missing, and you can write on any day all the same. What was asked until now stays as it is.
