#!/usr/bin/env python3
"""Known answers for CSV: what Python's csv module makes of awkward texts.  usage: make_tricky_csv.py > tricky_csv.txt

A case is a line "text HEX" (the file's bytes in hexadecimal), then a line "row HEX HEX ..." for each record ("-" for
an empty field) and a line "end", or "unclosed" where a quotation mark is never closed. Blank lines are no records.
"""
import csv, io, random


def rows_of(text):
    # A line that is known is put behind: when it does not come back, a quotation mark has swallowed it.
    mark = ['known', 'line']
    rows = list(csv.reader(io.StringIO(text + '\n' + ','.join(mark), newline='')))
    if not rows or rows[-1] != mark:
        return None
    return [row for row in rows[:-1] if row]


def write_case(text):
    def hexed(t):
        return t.encode('utf-8').hex() or '-'
    print('text', hexed(text))
    rows = rows_of(text)
    for row in rows or []:
        print('row', *[hexed(field) for field in row])
    print('unclosed' if rows is None else 'end')


by_hand = [
    'a,b,c\n1,2,3\n', 'a,b,c\r\n1,2,3\r\n', 'a,b,c\r1,2,3\r', 'a,b\n1,2', 'a,b\n1,', 'a,b\n,\n', 'a\n""\n',
    'a,b\n"x, y",2\n', 'a,b\n"line one\nline two",2\n', 'a,b\n"line one\r\nline two",2\r\n', 'a,b\n"x\ry",2\n',
    'a,b\n"say ""yes""",2\n', 'a,b\n"""",""\n', 'a,b\n"""x""","y"""\n', 'a,b\n1,"last"', 'a,b\n1,""', 'a,b\n1,"""',
    'a,b\n5" gun,2\n', 'a,b\n"x"y,2\n', 'a,b\n"x"y"z,2\n', 'a,b\n"x" ,2\n', 'a,b\n "x",2\n', 'a,b\n"open,2\n3,4\n',
    'a,b\n\n\n1,2\n\n', '\n\na,b\n1,2\n', 'a,b\r\n\r\n1,2\r\n', 'a,b\n\r1,2\n', 'a,b\n1,2\n\r\n', ',,,\n', '"a","b"\n',
    'é,ü\nMénaka,"Tillabéri, ""nord"""\n', 'a,b\n1,2,3\n4\n', ',\n', '"\n"', '"\r\n",\r\n1', 'x' * 200 + ',' + 'y' * 130 + '\n1,2\n',
    '"' + 'x' * 61 + '""' + 'y' * 63 + '",' + 'z' * 62 + '\r\n"1","2"\r\n',
]
for text in by_hand:
    write_case(text)
random.seed(20170302)
for _ in range(400):
    write_case(''.join(random.choice('ab,,""\n\r é') for _ in range(random.randrange(1, 40))))
