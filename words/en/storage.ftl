# What went wrong in keeping the diary, and what to do.

# Nothing was kept.
blocked = This browser does not let the diary keep anything. Open it in a normal window, or allow site data for it.
full = The browser's storage is full. Make a backup, then free some space on this device.
silent = A part of the browser's storage does not answer. Close other tabs of this page, or restart the browser.
clings = The browser kept what it was to delete. Close other tabs of this page, or clear this site in the browser's settings.
failed = The browser could not keep this ({ $why }). Make a backup, then reload the page.
not-read-back = What was saved did not read back as it was written. Make a backup, then reload the page.
newer = A newer version of this app has used this diary. Reload the page to update the app.
deleted = Everything was deleted in another window. Reload the page.

# One of the two stores has it; what is wrong with the other.
other-blocked = This browser does not let the diary use the other.
other-full = The other has no more room: this device is full, or the diary has grown larger than a browser lets it be there. Make backups.
other-clings = The other kept what it was to delete. Restart the browser, or clear this site in its settings.
other-silent = The other does not answer. Close other tabs of this page, or restart the browser.

# Why a piece of the diary can't be read.
incomplete = It is not complete.
changed = It has changed since it was written.
misplaced = It belongs somewhere else.
of-newer-version = A newer version of this app wrote it. Update the app.
set-aside-before = It was set aside before.
unknown-name = Its name is not known.
