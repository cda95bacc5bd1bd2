# What the trials published: where it stands, and what was found.

younger-2009 = Younger & Mackey 2009, Pain Medicine 10:663
younger-2013 = Younger, Noor, McCue & Mackey 2013, Arthritis & Rheumatism 65:529
aapm-2012 = Younger and others 2012, report from the meeting of the American Academy of Pain Medicine
bested-2023 = Bested and others 2023, PAIN Reports 8:e1080
bruun-2024 = Due Bruun and others 2024, Lancet Rheumatology 6:e31
# With its number in a register.
with-reference = { $source }, { $reference }

pain-change = Pain changed by { NUMBER($ldn) } % on LDN and by { NUMBER($placebo) } % on placebo.
overall-change = Overall severity changed by { NUMBER($ldn) } % on LDN and by { NUMBER($placebo) } % on placebo.
tolerability = Tolerability was { NUMBER($ldn) } on LDN and { NUMBER($placebo) } on placebo.
bested-2023-found = 58 women took 4.5 mg and placebo for 21 days each: no difference in the impact of fibromyalgia or in pain interference.
bruun-2024-found = 99 women took 6 mg or placebo for 12 weeks: pain fell by 1.3 and 0.9 of 10, a difference that may be chance.
