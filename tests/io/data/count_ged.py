#!/usr/bin/env python3
"""Known answers for UCDP GED files: rows, and the sum of `best` by type of violence.  usage: count_ged.py FILE.csv"""
import collections, csv, sys

rows, sums, empty = 0, collections.Counter(), collections.Counter()
first, last = '9999', ''
for row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):
    rows += 1
    sums[row['type_of_violence']] += int(row.get('best') or row['best_death'])
    day = row['date_start'][:10] if 'date_start' in row else '%s-%02d-%02d' % (
        row['year'], int(row['month']), int(row['day']))
    first, last = min(first, day), max(last, day)
    for column in ('where_prec', 'date_prec'):
        empty[column] += not row.get(column)
print('rows', rows, 'days', first, last, 'best by type', dict(sorted(sums.items())), 'not given', dict(empty))
