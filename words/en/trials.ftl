# What the trials published: where it stands, and what was found. The figures come from published/figures.json.

younger-2009 = Younger & Mackey 2009, Pain Medicine 10:663
younger-2012 = Younger and others 2012, meeting of the American Academy of Pain Medicine
younger-2013 = Younger, Noor, McCue & Mackey 2013, Arthritis & Rheumatism 65:529
parkitny-2017 = Parkitny & Younger 2017, Biomedicines 5:16
bested-2023 = Bested and others 2023, PAIN Reports 8:e1080
bruun-2024 = Due Bruun and others 2024, Lancet Rheumatology 6:e31
rodriguez-freire-2026 = Rodríguez-Freire and others 2026, European Journal of Pain
dworkin-2008 = Dworkin and others 2008, Journal of Pain 9:105
# With its number in a register.
with-reference = { $source }, { $reference }

pain-change = Pain changed by { NUMBER($ldn) } % on LDN and by { NUMBER($placebo) } % on placebo.
overall-change = Overall severity changed by { NUMBER($ldn) } % on LDN and by { NUMBER($placebo) } % on placebo.
tolerability = Tolerability was { NUMBER($ldn) } on LDN and { NUMBER($placebo) } on placebo.
bested-2023-found = { NUMBER($people) } people took { NUMBER($milligrams) } mg and placebo for { NUMBER($days) } days each: no difference in their main results, the impact of fibromyalgia and the sum of their ratings of how strong the pain was.
bruun-2024-found = { NUMBER($people) } women took { NUMBER($milligrams) } mg or placebo for { NUMBER($weeks) } weeks: in their main result pain fell by { NUMBER($ldn) } and { NUMBER($placebo) } of 10, a difference that may be chance.
rodriguez-freire-2026-found = { NUMBER($people) } women took { NUMBER($milligrams) } mg or placebo for { NUMBER($months) } months: in their main result, after { NUMBER($until) } months, pain fell by { NUMBER($ldn) } and { NUMBER($placebo) } of 10, a difference that may be chance; there was some improvement among those who believed that they had LDN.
