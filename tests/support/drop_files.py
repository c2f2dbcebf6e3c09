#!/usr/bin/env python3
"""Drops files on the only window of an X display that takes them, as a file manager does (the XDND protocol, version 5).

drop_files.py FILE...: on the display named by DISPLAY, where the pointer stands. Ends when the window says that it has
taken them: exit status 0; 77 where libX11 is missing; 1 where there is no such window or it does not answer.
"""
import ctypes
import ctypes.util
import sys
import time
import urllib.parse

PATIENCE_S = 30
ANY_TYPE, XA_ATOM, CURRENT_TIME, REPLACE = 0, 4, 0, 0
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
VERSION = 5

Window = Atom = Time = ctypes.c_ulong
Display = ctypes.c_void_p


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", Display),
        ("window", Window),
        ("message_type", Atom),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    ]


class SelectionRequest(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", Display),
        ("owner", Window),
        ("requestor", Window),
        ("selection", Atom),
        ("target", Atom),
        ("property", Atom),
        ("time", Time),
    ]


class SelectionNotify(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", Display),
        ("requestor", Window),
        ("selection", Atom),
        ("target", Atom),
        ("property", Atom),
        ("time", Time),
    ]


class Event(ctypes.Union):
    _fields_ = [
        ("type", ctypes.c_int),
        ("client", ClientMessage),
        ("request", SelectionRequest),
        ("notify", SelectionNotify),
        ("pad", ctypes.c_long * 24),
    ]


def load_x11():
    name = ctypes.util.find_library("X11") or "libX11.so.6"
    try:
        x11 = ctypes.CDLL(name)
    except OSError:
        sys.exit(77)
    x11.XOpenDisplay.restype = Display
    x11.XDefaultRootWindow.restype = Window
    x11.XCreateSimpleWindow.restype = Window
    x11.XInternAtom.restype = Atom
    return x11


class Source:
    """The side that is dropped from: owns the selection and answers what the window asks."""

    def __init__(self, files):
        self.x11 = load_x11()
        self.display = Display(self.x11.XOpenDisplay(None))
        if not self.display:
            sys.exit("no display")
        self.root = Window(self.x11.XDefaultRootWindow(self.display))
        self.window = Window(self.x11.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, Window(0), Window(0)))
        self.uris = "".join("file://" + urllib.parse.quote(name) + "\r\n" for name in files).encode()
        self.target = self.find_target()
        self.x11.XSetSelectionOwner(self.display, self.atom("XdndSelection"), self.window, Time(CURRENT_TIME))

    def atom(self, name):
        return Atom(self.x11.XInternAtom(self.display, name.encode(), 0))

    def takes_files(self, window):
        kind, size, count, left = Atom(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.c_void_p()
        self.x11.XGetWindowProperty(
            self.display, window, self.atom("XdndAware"), ctypes.c_long(0), ctypes.c_long(1), 0, Atom(ANY_TYPE),
            ctypes.byref(kind), ctypes.byref(size), ctypes.byref(count), ctypes.byref(left), ctypes.byref(data))
        return kind.value == XA_ATOM

    def find_target(self):
        root, parent, children, count = Window(), Window(), ctypes.POINTER(Window)(), ctypes.c_uint()
        self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                            ctypes.byref(count))
        for i in range(count.value):
            if self.takes_files(Window(children[i])):
                return Window(children[i])
        sys.exit("no window takes files")

    def pointer(self):
        root, child, mask = Window(), Window(), ctypes.c_uint()
        x, y, in_x, in_y = ctypes.c_int(), ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
        self.x11.XQueryPointer(self.display, self.root, *map(ctypes.byref, (root, child, x, y, in_x, in_y, mask)))
        return x.value << 16 | y.value

    def send(self, message, *words):
        event = Event()
        event.client.type = CLIENT_MESSAGE
        event.client.window = self.target
        event.client.message_type = self.atom(message)
        event.client.format = 32
        for i, word in enumerate((self.window.value, *words)):
            event.client.data[i] = word
        self.x11.XSendEvent(self.display, self.target, 0, ctypes.c_long(0), ctypes.byref(event))
        self.x11.XFlush(self.display)

    def give(self, request):
        self.x11.XChangeProperty(self.display, Window(request.requestor), Atom(request.property),
                                 Atom(request.target), 8, REPLACE, self.uris, len(self.uris))
        event = Event()
        event.notify.type = SELECTION_NOTIFY
        event.notify.requestor = request.requestor
        event.notify.selection = request.selection
        event.notify.target = request.target
        event.notify.property = request.property
        event.notify.time = request.time
        self.x11.XSendEvent(self.display, Window(request.requestor), 0, ctypes.c_long(0), ctypes.byref(event))
        self.x11.XFlush(self.display)

    def wait_for(self, message):
        wanted = self.atom(message).value
        end = time.monotonic() + PATIENCE_S
        event = Event()
        while time.monotonic() < end:
            if self.x11.XPending(self.display) == 0:
                time.sleep(0.02)
                continue
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == SELECTION_REQUEST:
                self.give(event.request)
            if event.type == CLIENT_MESSAGE and event.client.message_type == wanted:
                return event.client
        sys.exit("the window does not answer: no " + message)

    def drop(self):
        self.send("XdndEnter", VERSION << 24, self.atom("text/uri-list").value)
        self.send("XdndPosition", 0, self.pointer(), CURRENT_TIME, self.atom("XdndActionCopy").value)
        if not self.wait_for("XdndStatus").data[1] & 1:
            sys.exit("the window does not want the files")
        self.send("XdndDrop", 0, CURRENT_TIME)
        self.wait_for("XdndFinished")


Source(sys.argv[1:]).drop()
