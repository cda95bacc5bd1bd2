# What went wrong in the browser, and what to do.

part-missing = This part of the app could not be loaded. Your diary is safe. Check that you are online, then try again.
try-again = Try again
skip = Skip to the page
show-as-table = Show as a table

file-too-large = This file is larger than { NUMBER($megabytes) } MB, which no diary is. Choose a backup file of this app; its name ends in .json.
file-unreadable = The browser could not read this file. Check that it is still there, then choose it again.
file-not-taken = The browser did not take the file. Try again, or use another browser.
file-not-shared = The file could not be shared. Download it instead.
not-loaded = This could not be loaded. Check that you are online, then try again.
worker-missing = A part of the app could not be loaded. Check that you are online, then reload the page.
no-letters = The letters for the PDF file could not be loaded. Check that you are online, then try again.
stopped = Stopped.
file-not-made = This file could not be made. Try another kind of file.
chart-not-loaded = The chart could not be loaded. Check that you are online, then reload the page. The table below holds the same figures.
chart-not-drawn = The chart could not be drawn. The table below holds the same figures.

no-safety-copy = A safety copy of your diary could not be kept, so nothing was replaced. Close other tabs of this page or restart the browser, then try again; merging needs no copy.
deleted-once = Your diary is deleted in one place of two. { $why } What it holds is deleted when it answers again.
not-deleted = Your diary could not be deleted. { $why }

# While a chart is on its way.
drawing-chart = Drawing the chart…
