# The calendar files of the daily reminder: calendars are copied to clouds, so nothing here names an illness or a medicine.
title = Daily log
