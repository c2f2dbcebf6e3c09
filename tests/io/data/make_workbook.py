#!/usr/bin/env python3
"""Makes workbook.xls, the old Excel format, which no tool that the tests need can write (python3-xlwt 1.3.0)."""
import datetime
import pathlib

import xlwt

book = xlwt.Workbook()
book.add_sheet("Notes").write(0, 0, "made-up events")
sheet = book.add_sheet("Données")
day = xlwt.XFStyle()
day.num_format_str = "YYYY-MM-DD"
sheet.write(0, 0, "Events of a made-up region")
for column, name in enumerate(["id", " date_start ", "latitude", "longitude", "place"]):
    sheet.write(2, column, name)
for i, row in enumerate([3, 6, 7]):  # rows 5 and 6 stay blank
    sheet.write(row, 0, 123456789012 + i)
    sheet.write(row, 1, datetime.date(2017, 3, 2 + i), day)
    sheet.write(row, 2, 14.1 + i / 3)
    sheet.write(row, 3, -1.63)
    sheet.write(row, 4, "Ménaka")
book.add_sheet("empty")
book.save(pathlib.Path(__file__).with_name("workbook.xls"))
