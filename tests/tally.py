#!/usr/bin/python3
"""Counts the cases in meson's testlog.json: prints "PASSED FAILED SKIPPED".

A program that speaks TAP counts as the cases it reports, any other as one; a program that ends
badly without having reported a failed case (a crash, a leak, a timeout) counts as one failure.
What TAP says of a failed case, which meson keeps to itself, goes to standard error.
"""
import json
import re
import sys

CASE = re.compile(r'^(ok|not ok)\b[^#\n]*(?:#\s*(skip|todo)\b)?', re.IGNORECASE | re.MULTILINE)
PLAN = re.compile(r'^1\.\.\d+', re.MULTILINE)
COMPLAINT = re.compile(r'^(?:not ok|Bail out!).*(?:\n#.*)*', re.MULTILINE)


def tally_test(test):
    """The passed, failed and skipped cases of one test program."""
    passed = failed = skipped = 0
    output = test.get('stdout', '')
    cases = CASE.findall(output) if PLAN.search(output) else []
    for verdict, directive in cases:
        if directive:
            skipped += 1
        elif verdict == 'ok':
            passed += 1
        else:
            failed += 1
    if test['result'] == 'OK':
        passed += not cases
    elif test['result'] == 'SKIP':
        skipped += not cases
    elif not failed:
        failed = 1
    return passed, failed, skipped


def show_complaints(test):
    complaints = COMPLAINT.findall(test.get('stdout', ''))
    if complaints:
        print(test['name'] + ':', *complaints, sep='\n', file=sys.stderr)


def main():
    totals = (0, 0, 0)
    with open(sys.argv[1], encoding='utf-8') as log:
        for line in log:
            test = json.loads(line)
            show_complaints(test)
            totals = tuple(map(sum, zip(totals, tally_test(test))))
    print(*totals)
    return 0


if __name__ == '__main__':
    sys.exit(main())
