# Opening a trial of one.

name = Reveal the trial
about = The code stands on the sheet in the sealed envelope. With it the diary learns what each period was, and compares LDN with placebo.
    .early = The trial goes on until { DATETIME($date, form: "full") }. It can be revealed at any time; whoever treats you can ask for it. Days from today on then don’t count in the comparison, and guesses that are not given can’t be given any more.
    .early-counts = { $days ->
    [one] So { $days } day of the trial does not count.
   *[other] So { $days } days of the trial don’t count.
}
guesses = { $periods ->
    [one] You have not said what you think { $periods } period held. Once it is revealed that can’t be asked any more.
   *[other] You have not said what you think { $periods } periods held. Once it is revealed that can’t be asked any more.
}
    .give = Say it first
code = Reveal code
    .note = Capitals, spaces and hyphens don’t matter. It is checked here and kept nowhere unless it fits.
act = Reveal
    .early = Reveal before the end
sure = The trial is not over. If you mean it, press the button once more: days from today on don’t count then.
none = There is no trial of one to reveal: none has begun, or all are revealed.
before = This trial has not begun yet: it begins on { DATETIME($date, form: "full") }.
done = The trial is revealed. Undo puts the seal back on; what you have seen stays seen.
