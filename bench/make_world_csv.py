#!/usr/bin/env python3
"""Makes a large table of events by repeating a smaller one: make_world_csv.py SOURCE OUT.csv [--rows 1000000]

SOURCE is a CSV, or a zip that holds one, with the columns id, year, month and day, such as the world table of
UCDP GED (see bench/README.md). Each repetition gets ids of its own and other days; places, numbers and names stay.
The same source gives the same bytes.
"""
import argparse
import calendar
import csv
import io
import os
import sys
import zipfile

ID_STEP = 1_000_000  # above every id of the source
YEARS = range(1989, 2021)


def open_source(path):
    if not zipfile.is_zipfile(path):
        return open(path, encoding="utf-8-sig", newline="")
    archive = zipfile.ZipFile(path)
    names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    if len(names) != 1:
        sys.exit(f"make_world_csv: {path} holds {len(names)} CSV files, and exactly one is wanted")
    return io.TextIOWrapper(archive.open(names[0]), encoding="utf-8-sig", newline="")


def repeated(rows, column, repetition):
    """The rows with the ids and days of a repetition; the first one changes nothing."""
    for row in rows:
        row = list(row)
        row[column["id"]] = str(int(row[column["id"]]) + repetition * ID_STEP)
        if repetition:
            year = YEARS.start + (int(row[column["year"]]) - YEARS.start + 5 * repetition) % len(YEARS)
            month = int(row[column["month"]])
            longest = calendar.monthrange(year, month)[1]
            row[column["year"]] = str(year)
            row[column["day"]] = str(1 + (int(row[column["day"]]) - 1 + 3 * repetition) % longest)
        yield row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()

    with open_source(options.source) as source:
        reader = csv.reader(source)
        header = next(reader, [])
        rows = list(reader)
    missing = [name for name in ("id", "year", "month", "day") if name not in header]
    if missing or not rows:
        sys.exit(f"make_world_csv: {options.source} lacks " + (", ".join(missing) if missing else "rows"))
    column = {name: header.index(name) for name in ("id", "year", "month", "day")}

    unfinished = options.out + ".part"
    with open(unfinished, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        written, repetition = 0, 0
        while written < options.rows:
            for row in repeated(rows[: options.rows - written], column, repetition):
                writer.writerow(row)
                written += 1
            repetition += 1
    os.replace(unfinished, options.out)
    print(f"{options.out}: {written} rows from {len(rows)}")


if __name__ == "__main__":
    main()
