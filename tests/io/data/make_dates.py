#!/usr/bin/env python3
"""Known answers for dates: what Python, Unicode's CLDR (python3-babel) and openpyxl write, and which date it is.

usage: /usr/bin/python3 make_dates.py > dates.txt    (Debian 12: python3, python3-babel 2.10, python3-openpyxl 3.0)

The lines are those of value_dialects.txt. Kind "span": the answer is the first and the last day that the text
means, counted from 1970-01-01.
"""
import calendar, random
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from babel.dates import format_date
from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel

random.seed(20170302)
days = [date(2017, 3, 2), date(2012, 2, 29), date(2000, 2, 29), date(1989, 1, 1), date(2026, 12, 31)]
days += [date(2013, 1, 11)]
days += [date(2012, 1, 1) + timedelta(random.randrange(5200)) for _ in range(6)]
days += [date(2015, month, random.randrange(1, 29)) for month in range(1, 13)]


def write(kind, rules, text, answer):
    print(kind, rules, text, answer, sep='\t')


def forms(d):
    yield '-', d.isoformat()
    for form in ('%Y/%m/%d', '%Y.%m.%d', '%Y%m%d', '%d %B %Y', '%d-%b-%Y', '%d-%b-%y', '%d%b%Y', '%B %d, %Y',
                 '%b %d %Y', '%Y-%b-%d'):
        yield '-', d.strftime(form)
    for form in ('%d/%m/%Y', '%d.%m.%y', '%d-%m-%Y', '%d/%m/%y'):
        yield 'day_first', d.strftime(form)
    for form in ('%m/%d/%Y', '%m/%d/%y', '%m-%d-%Y'):
        yield 'month_first', d.strftime(form)
    yield 'year_first', d.strftime('%y-%m-%d')
    for locale in ('en', 'en_GB', 'fr', 'fr_CA', 'fr_ML'):
        for length in ('full', 'long', 'medium'):
            yield '-', format_date(d, length, locale)
    for locale, order in (('en', 'month_first'), ('en_GB', 'day_first'), ('fr', 'day_first')):
        yield order, format_date(d, 'short', locale)
    yield 'serials', str(to_excel(d))
    yield 'serials,1904', str(to_excel(d, CALENDAR_MAC_1904))
    clock = [random.randrange(most) for most in (24, 60, 60, 10**6)]
    moment = datetime(d.year, d.month, d.day, *clock)
    yield 'serials', repr(to_excel(moment))
    yield '-', moment.isoformat()
    yield '-', moment.isoformat(' ', 'minutes')
    minutes = random.choice((0, 30, 45)) if random.random() < .3 else 0
    zone = timezone(timedelta(hours=random.randrange(-12, 15), minutes=minutes))
    if zone.utcoffset(None) <= timedelta(hours=14):
        yield '-', moment.replace(tzinfo=zone).isoformat()
        yield '-', format_datetime(moment.replace(tzinfo=zone))
    yield '-', moment.strftime('%Y%m%dT%H%M%S')
    yield 'day_first', moment.strftime('%d/%m/%Y %I:%M %p')


for d in days:
    seen = set()
    for rules, text in forms(d):
        if (rules, text) not in seen:
            write('date', rules, text, d.isoformat())
        seen.add((rules, text))

for d in days[:8]:
    for form in ('%Y-%m', '%m/%Y', '%b-%y'):
        write('date', '-', d.strftime(form), d.strftime('%Y-%m'))
    for form, locale in (('MMMM y', 'fr'), ('MMM y', 'fr'), ('MMMM y', 'en')):
        write('date', '-', format_date(d, form, locale), d.strftime('%Y-%m'))

epoch = date(1970, 1, 1)


def write_span(rules, text, first, last):
    write('span', rules, text, '%d %d' % ((first - epoch).days, (last - epoch).days))


for year in (1, 4, 100, 1582, 1900, 1970, 2000, 2012, 2015, 9999):
    write_span('-', '%04d' % year, date(year, 1, 1), date(year, 12, 31))
    for month in range(1, 13):
        last = calendar.monthrange(year, month)[1]
        write_span('-', '%04d-%02d' % (year, month), date(year, month, 1), date(year, month, last))
        for day in (28, 29, 30, 31):
            text = '%d/%d/%04d' % (day, month, year)
            try:
                write_span('day_first', text, date(year, month, day), date(year, month, day))
            except ValueError:
                write('date', 'day_first', text, '!impossible')
