# The rescue page.
title = LDN Diary: rescue
heading = Rescue page of LDN Diary
no-script = This page needs JavaScript: switch it on for this site.
apart = The diary is kept apart from the app. Neither this page nor fetching the app anew changes it.
anew = Fetch the app anew
back = Back to the diary

# In place of the diary, where the worker has nothing better.
in-place =
    .heading = The diary did not open
    .back = Try to open the diary again

# What is on this device of the app.
app-looking = Looking at the app on this device…
app-none = This browser keeps no copy of the app: it is fetched each time.
app-whole = All { $files } files of the app are on this device, as they should be.
app-damaged =
    { $damaged ->
        [one] { $damaged } of { $files } files of the app on this device is damaged or missing.
       *[other] { $damaged } of { $files } files of the app on this device are damaged or missing.
    }
app-silent = The copy of the app on this device does not answer.

# What to do next.
should-open = So the diary should open. If it does not, press “{ anew }”.
server-asked = Asking the server for the app…
server-answers = The server answers: press “{ anew }”.
server-opens = The server answers. { should-open }
server-unreached = The server cannot be reached: go online, then press “{ anew }”.
server-lacks = The server answers, but does not have the whole app at the moment: try again in some minutes.

# While the app is fetched anew.
asking = Asking the server…
fetching = Fetching the app: file { $file } of { $files }…
opening = Opening the diary…
unchanged =
    .unreached = Nothing was changed, because the server could not be reached. Check that you are online, then try again.
    .lacks = Nothing was changed, because the server answers, but does not have the whole app at the moment. Try again in some minutes. What is missing or damaged there: { $path }.
    .no-room = Nothing was changed, because this device has no room left to keep the app anew. Make room, then try again.
    .not-kept = Nothing was changed, because this browser does not keep the app at the moment. Restart it, and see that this device has room left, then try again.
    .silent = Nothing was changed, because this browser does not answer. Restart it, then try again.
not-let-go = The browser did not let go of the old copy. Close all other tabs of the diary, then try again.

# What is here of the diary.
diary = Your diary in this browser
two-places = The app uses two places of this browser for the diary. This is what was found there just now. Records besides days are settings, plans and days that were deleted.
local = The browser's local storage
journal = The browser's database
looking = Looking…
no-record = No record of a diary.
records =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }{ $others ->
        [0] { "" }
        [one] , { $others } other record
       *[other] , { $others } other records
    }{ $unreadable ->
        [0] { "" }
       *[other] , { $unreadable } that could not be read
    }.
place =
    .silent = It does not answer. Close all other tabs of this site, then load this page again. If that does not help, restart the browser.
    .forbidden = This browser does not allow this site to use it, as in some private windows or where cookies are blocked. Allow this site to keep data, then load this page again.
    .unreadable = It could not be read. Restart the browser, then load this page again.
# In parentheses after it: what the browser says of the error, or this.
no-answer = no answer
elsewhere = A diary is only in the browser it was written in: look there, if you used another browser, the home screen or another device. If you have a backup, open the diary and import it.

# Saving it.
save = Save everything as a file
saved =
    The browser was given { $file } to save, with { $local ->
        [one] { $local } record
       *[other] { $local } records
    } from the local storage and { $journal ->
        [one] { $journal } record
       *[other] { $journal } records
    } from the database. Look for it among your downloads.
not-saved = No file could be made ({ $error }). Close other tabs and programs, then load this page again and try once more.
raw = The file holds each record as the browser holds it, readable or not, for the makers of this app or anybody who reads JSON text. Whoever has it can read your diary. When the diary opens, save a backup there instead: that one can be imported.
