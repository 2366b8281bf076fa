"""Runs a script's claims as TAP: one line each, and what was found where a claim does not hold."""
import sys


def run(claims):
    """claims: {sentence: function that returns a list of complaints}; exits like a test."""
    failed = False
    print('1..%d' % len(claims))
    for number, (sentence, check) in enumerate(claims.items(), 1):
        try:
            complaints = check()
        except Exception as error:         # the others are still worth knowing
            complaints = ['%s: %s' % (type(error).__name__, error)]
        failed = failed or bool(complaints)
        print('%s %d %s' % ('not ok' if complaints else 'ok', number, sentence))
        for complaint in complaints:
            print('# ' + complaint.strip().replace('\n', '\n# '))
    sys.exit(failed)
