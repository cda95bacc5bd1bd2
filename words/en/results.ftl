empty = Here your days on LDN will be compared with the days before. It begins with your first evening.
to-treatment = Go to treatment
phases = Compare with the baseline
items = What was rated
against-placebo = LDN against placebo
before-believing = A change, not its cause
more-caveats = Also to know
count-late = Count days that were filled in later
trials = What the trials found
trials-note = These are means of many people in a trial, marked with a tick where a chart has them. Yours are days of one person: a mark to look at beside your own, not a goal or a forecast.
more = More for your doctor
figures = Figure by figure
everything = All items and phases
method = How it was computed
in-chart = See every day in the chart
fewer = Show the newest

show-all = Show all { NUMBER($count) }
days-late = { $days ->
    [one] { $days } day of this diary was filled in later.
   *[other] { $days } days of this diary were filled in later.
}
