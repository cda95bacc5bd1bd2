# Backups, how safe the diary is here, and taking it out for good.

title = Backup and storage
backup = Backup
what-it-is = A backup is one file that holds your whole diary. Keep it outside this device, as in a cloud folder or a mail to yourself: a lost phone or a cleared browser takes the diary with it.
last = Your last backup is from { DATETIME($date, form: "full") }, { $time }.
none-yet = You have not made a backup yet.
save = Save a backup
download = Download it instead

did-it-arrive = Did the file arrive?
    .how = <b>Did the file arrive?</b> Look where you saved it. It counts as a backup once you have seen it there.
it-arrived = It arrived
it-did-not = It did not

safety-copy = Safety copy
    .holds = Your diary as it was before it was replaced is kept here: { $days ->
    [one] { $days } day.
   *[other] { $days } days.
}
    .holds-since = Your diary as it was before it was replaced on { DATETIME($date, form: "full") }, { $time } is kept here: { $days ->
    [one] { $days } day.
   *[other] { $days } days.
}
    .bring-back = Bring it back

storage = Storage
promised = This browser has promised to keep your diary until you delete it.
not-promised = This browser has not promised to keep your diary: it may clear it when the device runs short of space, or after a time without a visit. Adding the app to the home screen helps; a backup helps more.
says-nothing = This browser does not say how long it keeps your diary. Make backups.
share-used = It uses less than { NUMBER($percent) } % of the room that the browser allows.
ask-to-keep = Ask the browser to keep it
kept-nowhere = Nothing is kept at the moment: this browser does not let the diary use its stores.
kept-once = Your diary is kept on this device alone, at the moment in one of two stores of this browser.
kept-twice = Your diary is kept on this device alone, twice, in two stores of this browser that heal each other.
rescue-page = <a>The rescue page</a> saves what the browser holds even when the app does not start.

# The line that reminds of a backup.
reminder = Backup reminder
in-no-backup = { $days ->
    [one] { $days } day of your diary is in no backup yet.
   *[other] { $days } days of your diary are in no backup yet.
}
here-alone = { $days ->
    [one] { $days } day of your diary is on this device alone.
   *[other] { $days } days of your diary are on this device alone.
}
make = Make a backup
not-now = Not now

delete-everything = Delete everything
    .ask = Delete everything…
for-good = <b>This takes your diary, its settings and its copies out of this browser for good.</b> Nobody can bring it back. Backup files that you have saved stay where they are.
save-first = Save a backup first, if you may want it one day:
# What has to be typed before everything is deleted, and the label of the field.
confirmation = delete
type-it = Type “{ confirmation }” to confirm
delete-for-good = Delete for good
keep-my-diary = Keep my diary

# A diary should be here and is not.
lost = Your diary should be here, and it is not
lost-days = { $days ->
    [one] This browser kept { $days } day of your diary, saved last on { DATETIME($date, form: "full") } at { $time }. None of it can be found now.
   *[other] This browser kept { $days } days of your diary, saved last on { DATETIME($date, form: "full") } at { $time }. None of it can be found now.
}
lost-unreadable = This browser holds parts of a diary, and none of them can be read.
lost-why = The browser has lost it or cleared it: some browsers clear the data of a site after a week without a visit, or when the device runs out of space. It was not sent anywhere.
lost-bring-back = Bring it back
lost-choose = If you have a backup file, choose it here: your diary is then as it was when you made the file.
lost-no-backup = No backup? Close all tabs of this page, restart the browser and look once more. Then see <a>what this browser still holds</a>.
begin-anew = Or begin anew
begin-new = Begin a new diary
import-later = A backup can still be imported later.
begin-empty = Begin with an empty diary
