#!/usr/bin/python3
"""A small window from which files can be dragged: drag-source.py FILE..."""
import pathlib
import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

Gtk.init()
lines = ''.join(pathlib.Path(name).resolve().as_uri() + '\r\n' for name in sys.argv[1:])
source = Gtk.DragSource(actions=Gdk.DragAction.COPY, content=Gdk.ContentProvider.new_for_bytes(
    'text/uri-list', GLib.Bytes.new(lines.encode())))
label = Gtk.Label(label='Drag me')
label.add_controller(source)
window = Gtk.Window(title='Drag source', default_width=200, default_height=120, child=label)
window.present()
loop = GLib.MainLoop()
window.connect('close-request', lambda _: loop.quit())
loop.run()
