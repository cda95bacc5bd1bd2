# The pictures that a browser shows before it installs the app.
screenshot-today = The evening's questions
screenshot-results = Baseline against LDN, with its likely range
screenshot-charts = 22 weeks on one page
