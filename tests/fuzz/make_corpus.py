#!/usr/bin/env python3
"""Makes the seeds of corpus/ that are not texts: workbooks, archives and UTF-16, all made up and a few hundred bytes
each. Seeds that are texts were written by hand."""
import gzip
import io
import pathlib
import struct
import zipfile

CORPUS = pathlib.Path(__file__).parent / "corpus"
TABLE = "id,date,latitude,longitude,place\n1,2017-03-02,14.35,-1.2,Ménaka\n2,2017-03-03,14.5,-1.3,Ansongo\n"


def write(name, seed, data):
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / seed).write_bytes(data)


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def short_text(text, length="<H"):
    wide = any(ord(c) > 255 for c in text)
    return struct.pack(length, len(text)) + bytes([wide]) + text.encode("utf-16-le" if wide else "latin-1")


def workbook(from_1904=False):
    """[MS-XLS]: names, texts, a style of days; one sheet with a cell of each kind."""
    start = record(0x0809, struct.pack("<HH", 0x0600, 5) + bytes(12)) + record(0x0022, struct.pack("<H", from_1904))
    styles = record(0x041E, struct.pack("<H", 164) + short_text("yyyy-mm-dd"))
    styles += record(0x00E0, struct.pack("<HH", 0, 0) + bytes(16)) + record(0x00E0, struct.pack("<HH", 0, 164) + bytes(16))
    texts = ["id", "date", "latitude", "longitude", "Ménaka", "Гао"]
    shared = record(0x00FC, struct.pack("<II", 6, len(texts)) + b"".join(map(short_text, texts[:4])))
    shared += record(0x003C, b"".join(map(short_text, texts[4:])))
    sheet_name = short_text("S", "<B")
    sheet_at = len(start + styles + shared) + 4 + 6 + len(sheet_name) + 4
    book = start + styles + record(0x0085, struct.pack("<IBB", sheet_at, 0, 0) + sheet_name) + shared + record(0x000A)
    cells = record(0x0809, struct.pack("<HH", 0x0600, 16) + bytes(12))
    for column in range(4):
        cells += record(0x00FD, struct.pack("<HHHI", 0, column, 0, column))
    cells += record(0x027E, struct.pack("<HHHI", 1, 0, 0, 7 << 2 | 2))
    cells += record(0x0203, struct.pack("<HHHd", 1, 1, 1, 42796.25))
    cells += record(0x00BD, struct.pack("<HHHIHIH", 1, 2, 0, 1435 << 2 | 3, 0, 120 << 2 | 3, 3))
    cells += record(0x0006, struct.pack("<HHHBBBBHHHI", 2, 0, 0, 0, 0, 0, 0, 0, 0xFFFF, 0, 0) + bytes(2))
    cells += record(0x0207, short_text("a result")) + record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 1, 0))
    cells += record(0x0205, struct.pack("<HHHBB", 2, 2, 0, 0x2A, 1))
    cells += record(0x0204, struct.pack("<HHH", 2, 3, 0) + short_text("own"))
    return book + cells + record(0x000A)


def container(stream, is_small):
    """[MS-CFB]: header, table, directory, and the stream in sectors of 512 bytes or, in the root's, of 64."""
    sectors = -(-len(stream) // 512)
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    first = 3 if is_small else 2
    table = [0xFFFFFFFD, end] + ([end] if is_small else [])
    table += [first + i + 1 for i in range(sectors - 1)] + [end]
    table += [free] * (128 - len(table))
    small = -(-len(stream) // 64)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIII", 0, 1, 1, 0, 4096 if is_small else 0)
    header += struct.pack("<IIII", 2 if is_small else end, 1 if is_small else 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)

    def entry(name, kind, at, size):
        units = name.encode("utf-16-le")
        return (units.ljust(64, b"\0") + struct.pack("<HBB", len(units) + 2 if name else 0, kind, 1)
                + struct.pack("<III", free, free, free) + bytes(36) + struct.pack("<IQ", at, size))

    directory = entry("Root Entry", 5, first if is_small else end, small * 64 if is_small else 0)
    directory += entry("Workbook", 2, 0 if is_small else first, len(stream)) + entry("", 0, 0, 0) * 2
    small_table = b""
    if is_small:
        numbers = [i + 1 for i in range(small - 1)] + [end]
        small_table = struct.pack("<128I", *numbers, *[free] * (128 - small))
    return header + struct.pack("<128I", *table) + directory + small_table + stream.ljust(sectors * 512, b"\0")


def archive(members, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as zipped:
        for name, data in members:
            zipped.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, method)
    return made.getvalue()


def main():
    for name, from_1904 in (("days_1900", False), ("days_1904", True)):
        write("biff", name, workbook(from_1904))
    write("xls", "small_sectors", container(workbook(), True))
    write("xls", "sectors", container(workbook(), False))
    text = TABLE.encode()
    write("packed", "one_member.zip", archive([("events.csv", text)]))
    write("packed", "stored.zip", archive([("events.csv", text)], zipfile.ZIP_STORED))
    write("packed", "several.zip", archive([("readme.txt", b"made up"), ("a/", b""), ("a/events.csv", text)]))
    write("packed", "bomb.zip", archive([("zeros.csv", b"a,b\n" + bytes(200000))]))
    write("packed", "workbook.zip", archive([("xl/workbook.xml", b"<workbook/>"), ("[Content_Types].xml", b"<Types/>")]))
    write("packed", "empty.zip", archive([]))
    write("packed", "table.gz", gzip.compress(text, mtime=0))
    write("packed", "two_streams.gz", gzip.compress(text, mtime=0) + gzip.compress(b"3,2017-03-04,15,-1,x\n", mtime=0))
    write("packed", "utf16.gz", gzip.compress(TABLE.encode("utf-16"), mtime=0))
    write("packed", "plain.csv", text)
    write("packed", "utf16.csv", TABLE.encode("utf-16"))
    for order, options in (("le", b"0"), ("be", b"1")):
        write("text", f"table_{order}", options + TABLE.encode(f"utf-16-{order}"))
        write("text", f"pairs_{order}", options + "\ufeffa,b\n🌍,語\n".encode(f"utf-16-{order}"))
    write("text", "half_pair", b"0" + "a\n".encode("utf-16-le") + b"\x3d\xd8b\0\x0d\xdc")
    write("text", "utf8", b"0" + "é語🌍 \ufeff".encode())
    write("text", "windows", b"0M\xe9naka \x80 \x81 \xe2\x82")
    write("text", "utf32", b"0" + "ab".encode("utf-32"))


main()
