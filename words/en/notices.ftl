# Lines above every page: how it stands with the diary's keeping, and with the app.

nothing-is-kept = Nothing is kept
    .why = <b>Nothing you enter here will be kept.</b> { $why }
newer-version = Newer version
    .what = <b>A newer version of this app has used this diary.</b> You can look at it here. To write in it, reload the page to update the app.
kept-once = Kept in one place
    .why = <b>Your diary is kept in one place of two.</b> { $why } What you enter is kept, but with less safety.

# The second of two stores has not answered yet.
a-part-is-late = A part is late
    .may-hold-more = <b>A part of this browser's storage has not answered yet.</b> You can go on: what you enter is kept. Should something be missing here, it comes when that part answers.
    .holds-deleted = <b>A part of this browser's storage has not answered yet.</b> You can go on: what you enter is kept. What you have deleted does not come back; should something else be missing here, it comes when that part answers.
    .keeps-nothing = <b>A part of this browser's storage has not answered yet.</b> The other part this browser does not let the diary use. Nothing you enter is kept before the first answers, and your diary is not shown: close other tabs of this page, or restart the browser.

could-not-be-read = Could not be read
    .pieces = { $pieces ->
    [one] <b>One piece of your diary could not be read.</b> Nothing is lost or written over: it is kept as it is, and all the rest works. Save a copy and keep it, in case it can be repaired.
   *[other] <b>{ $pieces } pieces of your diary could not be read.</b> Nothing is lost or written over: they are kept as they are, and all the rest works. Save a copy and keep it, in case they can be repaired.
}
    .piece = { $name }: { $why }
save-a-copy = Save a copy
remove-here = I have the copy: remove it here

sample-is-open = The sample is open
    .what = <b>Sample diary, made up.</b> Nothing you do here is kept.
leave-sample = Leave the sample

new-version = A new version is ready.
    .when = <b>A new version is ready.</b> It starts the next time you open the app.
    .news = What is new
    .start = Start it now
    .later = Later
    .not-saved = The last change is not saved yet, so the new version waits. { $why }
