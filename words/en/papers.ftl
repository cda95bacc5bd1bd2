# Why a paper or a file could not be made, and what to do.

nothing-to-draw = Nothing is recorded for this item in these days: choose other days.
fonts-not-whole = The letters for the PDF file did not arrive whole. Check that you are online, then reload the page.
signs-lacking = The PDF file can't show { $signs }. Print the report, or share the web page file: both show every sign.
# Which sign, and where it stands: "😀 (notes of 5 Jan, 6 Jan 2026)".
sign-in-notes = { $sign } (note of { $days })
    .too = { $sign } (note of { $days }, and outside the notes)
sign-outside-notes = { $sign } (in a name or text outside the notes)
more-days = { $days ->
    [one] and { $days } more day
   *[other] and { $days } more days
}
more-signs = { $signs ->
    [one] and { $signs } more sign
   *[other] and { $signs } more signs
}
