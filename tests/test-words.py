#!/usr/bin/python3
"""Whether every word of the program can be translated: test-words.py SOURCE_ROOT."""
import pathlib
import re
import subprocess
import sys

import claims

ROOT = pathlib.Path(sys.argv[1])
PO = ROOT / 'po'
IN_C = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
IN_UI = re.compile(r'translatable="(yes|true|1)"')


def lines(path):
    text = path.read_text(encoding='utf-8')
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != '#']


def listed():
    return set(lines(PO / 'POTFILES.in'))


def wanted():
    """The files that have words for people in them."""
    marks = [(p, IN_C) for s in ('*.c', '*.h') for p in (ROOT / 'src').rglob(s)]
    marks += [(p, IN_UI) for p in (ROOT / 'ui').glob('*.ui')]
    found = {p for p, mark in marks if mark.search(p.read_text(encoding='utf-8'))}
    found |= set((ROOT / 'data').glob('*.in'))
    return {str(p.relative_to(ROOT)) for p in found}


def every_file_is_listed():
    return ['po/POTFILES.in lacks ' + p for p in sorted(wanted() - listed())]


def listed_files_have_words():
    return ['po/POTFILES.in names %s, which is not there or has no words' % p
            for p in sorted(listed() - wanted())]


def gettext_understands_all():
    done = subprocess.run(
        ['xgettext', '--files-from=po/POTFILES.in', '--from-code=UTF-8', '--output=-',
         '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
         '--keyword=g_dngettext:2,3'],
        cwd=ROOT, capture_output=True, text=True)
    return done.stderr.splitlines() or ([] if done.returncode == 0 else ['xgettext failed'])


def translations_are_sound():
    complaints = []
    for language in ' '.join(lines(PO / 'LINGUAS')).split():
        done = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', PO / (language + '.po')],
                              capture_output=True, text=True)
        complaints += done.stderr.splitlines() if done.returncode else []
    return complaints


claims.run({
    'POTFILES.in lists every file with words': every_file_is_listed,
    'POTFILES.in lists nothing else': listed_files_have_words,
    'xgettext reads them all without complaint': gettext_understands_all,
    'every translation passes msgfmt': translations_are_sound,
})
