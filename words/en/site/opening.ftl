# The page before the program has come (index.html), and what the app is called where it is installed.
title = LDN Diary
description = A symptom diary for people who take or try low-dose naltrexone, kept on this device alone.
about = A diary for people who take or try low-dose naltrexone. What you enter stays on this device. Nothing is sent anywhere. If you have not begun yet, your first two weeks are the baseline that later days are compared with.
no-script = This diary runs inside your browser and needs JavaScript, which is switched off here: switch it on for this site and reload the page.
wait = Opening your diary…
slow = The diary has not opened yet. On a slow network, wait a little. It may also be that a part of it did not arrive, or that this browser is too old for WebAssembly, which it needs: <again>try again</again>, or use a current Chrome, Firefox or Safari. What you have entered stays on this device, and <rescue>the rescue page</rescue> can save it and fetch the app anew.
