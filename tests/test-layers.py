#!/usr/bin/python3
"""What the compiler cannot see of the house's rules: test-layers.py SOURCE_ROOT CORE.a PLOT.a CLI."""
import pathlib
import re
import subprocess
import sys

import claims

ROOT = pathlib.Path(sys.argv[1])
CORE_LIB, PLOT_LIB, CLI = sys.argv[2:5]
SRC = ROOT / 'src'

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.MULTILINE)
C_LIBRARY = ('assert errno fcntl fenv float inttypes limits locale math stdbool stddef stdint stdio '
             'stdlib string sys/mman sys/stat sys/types unistd immintrin')
CORE_MAY = re.compile(r'<(glib\.h|glib/[a-z0-9-]+\.h|(%s)\.h)>|"core/' % '|'.join(C_LIBRARY.split()))
PLOT_MAY = re.compile(CORE_MAY.pattern + r'|<(cairo|pango)[a-z/-]*\.h>|<pango/[a-z-]+\.h>|<png\.h>|"plot/')
FILM_MAY = re.compile(PLOT_MAY.pattern + r'|<(gmodule\.h|lib(av|sw)[a-z/]*\.h)>|"film/')
CLI_MAY = re.compile(PLOT_MAY.pattern + r'|"film/||<(glib-object|gio/[a-z]+|signal|time)\.h>|"cli/')

SPEAKS = re.compile(r'^(_exit|abort|exit|fprintf|perror|printf|putchar|puts|vfprintf|__v?f?printf_chk'
                    r'|g_print|g_printerr)$')
LOGS = re.compile(r'\bg_(debug|info|message|warning|critical|error|log)\b *\(')
CLOCK = re.compile(r'^(clock|clock_gettime|gettimeofday|time|g_get_(monotonic|real)_time'
                   r'|g_date_time_new\w*|g_timer_\w+|rand|random|g_random_\w+|g_rand_\w+)$')
STATE = re.compile(r'\.(t?bss|t?data)(\.(?!rel\.ro).*)?$')


def sources(*folders, suffixes=('.c', '.h')):
    for folder in folders:
        yield from sorted(p for p in folder.rglob('*') if p.suffix in suffixes)


def name(path):
    return str(path.relative_to(ROOT))


def includes(path):
    return INCLUDE.findall(path.read_text(encoding='utf-8'))


def reached(path, seen=None):
    """Every include of a file, and of our own headers that it includes, and so on."""
    seen = {} if seen is None else seen
    for line in includes(path):
        if line in seen:
            continue
        seen[line] = name(path)
        ours = SRC / line.strip('"')
        if line.startswith('"') and ours.exists():
            reached(ours, seen)
    return seen


def only(folder, allowed):
    return ['%s includes %s' % (name(p), line) for p in sources(SRC / folder)
            for line in includes(p) if not allowed.match(line)]


def never(paths, forbidden):
    return ['%s reaches %s through %s' % (name(p), line, by) for p in paths
            for line, by in reached(p).items() if re.match(forbidden, line)]


def core_keeps_to_itself():
    return only('core', CORE_MAY)


def plot_is_ink():
    return only('plot', PLOT_MAY) + never(sources(SRC / 'plot'), '"core/trainer.h"')


def films_are_a_layer():
    """Of them only the encoder knows FFmpeg, so that it can be a module."""
    return only('film', FILM_MAY) + [
        '%s includes %s' % (name(p), line) for p in sources(SRC / 'film')
        for line in includes(p) if line.startswith(('<libav', '<libsw')) and p.name != 'encoder.c']


def cli_has_no_window():
    ldd = subprocess.run(['ldd', CLI], capture_output=True, text=True, check=True).stdout
    linked = ['gradus-cli is linked to ' + line.split()[0] for line in ldd.splitlines()
              if re.search('libg[td]k|libav|libsw', line)]
    return only('cli', CLI_MAY) + linked


def models_have_no_gtk():
    build = (SRC / 'app' / 'meson.build').read_text(encoding='utf-8')
    models = re.findall(r"'([a-z-]+)\.c'", re.search(r"'gradus-session'.*?\)", build, re.DOTALL)[0])
    return never([p for p in sources(SRC / 'app') if p.stem in models], r'<(gtk|gdk|gsk)/')


def symbols(library, *options):
    """(object file, symbol, rest) for each line of nm in its table form."""
    table = subprocess.run(['nm', '-f', 'sysv', *options, library],
                           capture_output=True, text=True, check=True).stdout
    member = ''
    for line in table.splitlines():
        match = re.search(r'\[(.*)\]:$|from .*?([\w-]+\.c\.o)\W*:?$', line)
        if match:
            member = match.group(1) or match.group(2)
        cells = [cell.strip() for cell in line.split('|')]
        if len(cells) == 7 and cells[0] != 'Name':
            yield member, cells[0], cells


def exports_are_ours():
    return ['%s exports %s' % (member, symbol) for library in (CORE_LIB, PLOT_LIB)
            for member, symbol, _ in symbols(library, '-g', '--defined-only')
            if not symbol.startswith(('gradus_', '_gradus_'))]


def calls(pattern):
    return ['%s calls %s' % (member, symbol) for library in (CORE_LIB, PLOT_LIB)
            for member, symbol, _ in symbols(library, '-u') if pattern.match(symbol.split('@')[0])]


def core_and_plot_are_silent():
    logs = ['%s logs: %s' % (name(p), line.strip()) for p in sources(SRC / 'core', SRC / 'plot')
            for line in p.read_text(encoding='utf-8').splitlines() if LOGS.search(line)]
    return calls(SPEAKS) + logs


def core_and_plot_ask_no_clock():
    return calls(CLOCK)


def no_statics_that_change():
    """The one that may: the number that GLib gives an error domain, once."""
    return ['%s keeps %s' % (member, symbol) for library in (CORE_LIB, PLOT_LIB)
            for member, symbol, cells in symbols(library, '--defined-only')
            if cells[4] == 'OBJECT' and STATE.search(cells[6]) and not symbol.startswith('q.')]


def files_are_short():
    lengths = {p: p.read_text(encoding='utf-8').count('\n')
               for p in sources(SRC, ROOT / 'tests')}
    return ['%s has %d lines; 450 is the most' % (name(p), n)
            for p, n in lengths.items() if n > 450]


def functions_are_short():
    found = []
    for path in sources(SRC, ROOT / 'tests', suffixes=('.c',)):
        start = None
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            if line == '{':
                start = number
            elif line == '}' and start is not None:
                if number - start + 1 > 80:
                    found.append('%s:%d: a function of %d lines; 80 is the most'
                                 % (name(path), start, number - start + 1))
                start = None
    return found


def files_say_what_they_are_for():
    return ['%s does not open with a sentence' % name(p)
            for p in sources(SRC, ROOT / 'tests')
            if not re.match(r'/\* \S+ \S+', p.read_text(encoding='utf-8'))]


def nothing_is_left_open():
    return ['%s:%d: %s' % (name(p), number, line.strip())
            for p in sources(SRC, ROOT / 'tests', ROOT / 'ui', suffixes=('.c', '.h', '.ui', '.css'))
            for number, line in enumerate(p.read_text(encoding='utf-8').splitlines(), 1)
            if re.search(r'\b(TODO|FIXME|XXX)\b', line)]


claims.run({
    'core includes GLib, the C library and core': core_keeps_to_itself,
    'plot includes core, cairo, Pango and libpng, and cannot reach the trainer': plot_is_ink,
    'films are made of core and plot, and by one file with FFmpeg': films_are_a_layer,
    'gradus-cli knows nothing of a window, and loads no FFmpeg at its start': cli_has_no_window,
    'the session needs no GTK': models_have_no_gtk,
    'core and plot export names that begin with gradus': exports_are_ours,
    'core and plot neither print, log nor exit': core_and_plot_are_silent,
    'core and plot ask no clock and draw no number of their own': core_and_plot_ask_no_clock,
    'core and plot keep no state of their own': no_statics_that_change,
    'no C file is over 450 lines': files_are_short,
    'no function is over 80 lines': functions_are_short,
    'each C file opens with a sentence': files_say_what_they_are_for,
    'nothing is marked to be done': nothing_is_left_open,
})
