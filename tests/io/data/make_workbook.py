#!/usr/bin/env python3
"""Makes workbook.xls (python3-xlwt 1.3.0), workbook.xlsx and workbook_1904.xlsx (python3-openpyxl 3.0.9): workbooks as
other programs write them, with titles, blank rows, a row of tags and days that are numbers with a format."""
import datetime
import pathlib

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent
NAMES = ["id", " date_start ", "latitude", "longitude", "place"]


def make_xls():
    book = xlwt.Workbook()
    book.add_sheet("Notes").write(0, 0, "made-up events")
    sheet = book.add_sheet("Données")
    day = xlwt.XFStyle()
    day.num_format_str = "YYYY-MM-DD"
    sheet.write(0, 0, "Events of a made-up region")
    for column, name in enumerate(NAMES):
        sheet.write(2, column, name)
    for i, row in enumerate([3, 6, 7]):  # rows 5 and 6 stay blank
        sheet.write(row, 0, 123456789012 + i)
        sheet.write(row, 1, datetime.date(2017, 3, 2 + i), day)
        sheet.write(row, 2, 14.1 + i / 3)
        sheet.write(row, 3, -1.63)
        sheet.write(row, 4, "Ménaka")
    book.add_sheet("empty")
    book.save(HERE / "workbook.xls")


def make_texts():
    """So many texts that the table of them goes over several records, some with two bytes a character, and cells of
    every kind."""
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("Texts")
    for column, name in enumerate(["text", "number", "other"]):
        sheet.write(0, column, name)
    for i in range(400):
        letter = ["a", "é", "Ж", "語"][i % 4]
        sheet.write(i + 1, 0, f"{i} " + letter * (i % 97))
        sheet.write(i + 1, 1, [i, i / 100, i / 7, -i * 1e9][i % 4])
    day = xlwt.XFStyle()
    day.num_format_str = "D/M/YYYY h:mm"
    sheet.write(1, 2, datetime.datetime(2017, 3, 2, 6, 30), day)
    sheet.write(2, 2, True)
    sheet.write(3, 2, xlwt.Formula("1/0"))  # xlwt saves no result of it
    sheet.write_merge(4, 4, 2, 5, "merged")
    sheet.write(5, 2, 39448.0)
    book.save(HERE / "workbook_texts.xls")


def make_xlsx(name, epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.active.title = "Notes"
    book.active["A1"], book.active["B1"] = "made-up", "events"
    sheet = book.create_sheet("Données")
    sheet["A1"] = "Events of a made-up region"
    sheet.merge_cells("A1:E1")
    for column, title in enumerate(NAMES):
        sheet.cell(3, column + 1, title)
    for column, tag in enumerate(["#event+id", "#date+start", "#geo+lat", "#geo+lon", "#loc"]):
        sheet.cell(4, column + 1, tag)
    for i, row in enumerate([5, 20000, 20001]):
        sheet.cell(row, 1, 123456789012 + i)
        sheet.cell(row, 2, datetime.datetime(2017, 3, 2 + i, 6, 30) if i == 2 else datetime.date(2017, 3, 2 + i))
        sheet.cell(row, 3, 14.1 + i / 3)
        sheet.cell(row, 4, -1.63)
        sheet.cell(row, 5, "Ménaka")
    sheet.cell(20001, 7, "a cell under no name")
    sheet["C20002"], sheet["D20002"], sheet["E20002"] = True, "#N/A", "=1+1"
    book.create_sheet("empty")
    book.create_chartsheet("a chart")
    book.save(HERE / name)


make_xls()
make_texts()
make_xlsx("workbook.xlsx", openpyxl.utils.datetime.CALENDAR_WINDOWS_1900)
make_xlsx("workbook_1904.xlsx", openpyxl.utils.datetime.CALENDAR_MAC_1904)
