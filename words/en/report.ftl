title = For your doctor
lead = One page that a doctor can read in a minute, made on this device from your diary. Nothing is sent anywhere unless you share it.
empty = There is nothing to report yet. Your first report can be made after your first evening.
what-goes-in = What goes in
which-days = Which days?
span-note = This is what chart and tables show. Comparisons always use your whole baseline.
from = First day
to = Last day
no-date = Choose a day.
wrong-order = The last day lies before the first one. Choose a later day.
items = Ratings
items-note = For the report itself. The first three are drawn. Data files always hold every rating.
no-item = Choose at least one rating.
every-day = Every day as a table, behind page 1
notes = My notes
notes-note = Notes are private words. They are left out of everything here unless you switch this on.
late-days = Count days that I filled in later
imported-days = Count imported days
name = Your name (optional)
name-note = It is written on the report and into the files, and kept nowhere.
paper = Paper
preview = As it will print
pages = The pages
working = Making the report…
larger = Show the pages larger
whole-page = Show whole pages
take-it = Take it along
take-note = Everything is made on this device. Nothing is uploaded; you decide where a file goes.
print = Print
print-note = On paper, or as a PDF file where your browser can print to one. Choose the same paper size there.
making = Making the file…
cancel = Cancel
without-signs = Make it with { sign } in their place
share = Share it
download = Download it
which-chart = Which chart?
data-note = These four hold every answer of the days you chose, also the ratings that are not on the report. Notes and your name go in only if you chose that above.
more-files = Charts and data

span-whole = The whole diary
span-4-weeks = Last 4 weeks
span-12-weeks = Last 12 weeks
span-chosen = Days I choose
span-up-to-last = Up to the last entry
a4 = A4
us-letter = US Letter

chosen = { NUMBER($count) } chosen
# What is chosen, in one line.
with-notes = { $span }, with notes, { $paper }
without-notes = { $span }, without notes, { $paper }

# What a file is called on its button, and what it is good for.
file-pdf = PDF file
    .about = The report as a PDF file, for sending or printing elsewhere. It shows Latin, Greek and Cyrillic letters and common signs. If your report has others, such as emoji, you are told which before it is made.
file-html = Web page file
    .about = The report as one file that opens in any browser, also from an e-mail and without a network.
file-csv = Table, one row a day (CSV)
    .about = Your days for a spreadsheet such as Excel or LibreOffice.
file-comma-csv = Table with decimal commas (CSV)
    .about = The same for Excel or LibreOffice in German, French, Dutch and other languages that write 4,5 and not 4.5.
file-long-csv = Table, one row an answer (CSV)
    .about = The same with codes and units, for statistics programs.
file-fhir = Clinic record (FHIR)
    .about = A FHIR R4 Bundle, which the software of some clinics can take in.
file-svg = Chart as a drawing (SVG)
    .about = Sharp at every size, for documents and posters.
file-png = Chart as a picture, { NUMBER($times) }× (PNG)
    .about = For print.
    .about-small = For e-mails and slides.

ready-kilobytes = { $name } is ready, { NUMBER($size) } KB.
ready-megabytes = { $name } is ready, { NUMBER($size) } MB.

# What stands in the PDF file where its fonts have no sign, such as an emoji, and the patient wants the file all the same.
sign = [sign]
