# A trial of one: what is wrong with a plan.
plan-pairs = { NUMBER($pairs) } pairs are none of { NUMBER($least) } to { NUMBER($most) }. Choose another number.
plan-days = { NUMBER($days) } days are none of { NUMBER($least) } to { NUMBER($most) }. Choose another length.
plan-first-day = A trial can’t begin on { DATETIME($date, form: "full") }. Choose another first day.
