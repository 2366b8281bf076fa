#!/usr/bin/python3
"""Whether the .ui files are sound before a window opens them: test-ui-files.py SOURCE_ROOT RNG."""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import claims

ROOT = pathlib.Path(sys.argv[1])
GRAMMAR = sys.argv[2]
FILES = sorted((ROOT / 'ui').glob('*.ui'))


def follow_the_grammar():
    """gtk4-builder-tool would do, but it knows no widget of ours."""
    done = subprocess.run(['xmllint', '--noout', '--relaxng', GRAMMAR, *FILES],
                          capture_output=True, text=True)
    return done.stderr.splitlines() if done.returncode else []


def have_their_code():
    return ['%s has no src/app/%s.c' % (path.name, path.stem) for path in FILES
            if ET.parse(path).getroot().find('template') is not None
            and not (ROOT / 'src' / 'app' / (path.stem + '.c')).exists()]


def are_bundled():
    bundle = (ROOT / 'ui' / 'gradus.gresource.xml').read_text(encoding='utf-8')
    return ['ui/gradus.gresource.xml lacks ' + path.name for path in FILES
            if not re.search(r'>(ui/)?%s<' % re.escape(path.name), bundle)]


def speak_through_gettext():
    """A label or tooltip with letters in it, and not marked for translation."""
    complaints = []
    for path in FILES:
        for node in ET.parse(path).getroot().iter('property'):
            words = re.search(r'[A-Za-z]{3}', node.text or '')
            if (node.get('name') in ('label', 'tooltip-text', 'title', 'placeholder-text')
                    and words and node.text != 'Gradus' and not node.get('translatable')):
                complaints.append('%s: "%s" is not translatable' % (path.name, node.text))
    return complaints


claims.run({
    'the .ui files follow the grammar of GTK': follow_the_grammar,
    'each template has its C file of the same name': have_their_code,
    'each .ui file is in the resource bundle': are_bundled,
    'labels and tooltips can be translated': speak_through_gettext,
})
