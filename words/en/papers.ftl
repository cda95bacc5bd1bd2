# Why a paper or a file could not be made, and what to do.

nothing-to-draw = Nothing is recorded for this item in these days: choose other days.
fonts-not-whole = The letters for the PDF file did not arrive whole. Check that you are online, then reload the page.
letters-lacking = The PDF file has no letters such as { $letters }. Print the report, or share the web page file: both show every letter.
