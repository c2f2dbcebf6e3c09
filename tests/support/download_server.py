#!/usr/bin/env python3
"""A web server on 127.0.0.1 that misbehaves as it is told, for the tests of fetching.

download_server.py FILE [MODE[=VALUE] ...]: serves FILE's bytes under every path. It prints its port, then one line for
each request: the method, the path, and the headers Range and If-Range ("-" for none). Modes:
  status=N       answers with this status alone
  cut=N          closes the connection after N bytes of a body, each time
  no_range       knows no ranges
  no_length      does not say how long the body is
  no_mark        sends neither ETag nor Last-Modified
  etag=TEXT      this ETag instead of the usual one
  weak           a weak ETag and a date
  ignore_if      answers a range whatever If-Range says
  length=N       says that the file has N bytes
  slow=N         N bytes a tenth of a second
  stall=N        sends nothing more after N bytes
  redirect=URL   points there from every path but those that begin with /moved/
  loop           points from every path to itself
  tls=PEM        speaks TLS with this certificate and key
"""
import http.server
import ssl
import sys
import time

DATE = "Mon, 08 Jun 2026 19:54:24 GMT"
content = open(sys.argv[1], "rb").read()
modes = dict(word.partition("=")[::2] for word in sys.argv[2:])


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def mark(self):
        return '"%s"' % modes.get("etag", "first")

    def send_marks(self):
        if "no_mark" in modes:
            return
        if "weak" in modes:
            self.send_header("ETag", "W/" + self.mark())
            self.send_header("Last-Modified", DATE)
        else:
            self.send_header("ETag", self.mark())

    def body_begins_at(self):
        wanted = self.headers.get("Range")
        if wanted is None or "no_range" in modes:
            return 0
        condition = self.headers.get("If-Range")
        right = DATE if "weak" in modes else self.mark()
        if condition is not None and condition != right and "ignore_if" not in modes:
            return 0
        return int(wanted.removeprefix("bytes=").removesuffix("-"))

    def send_empty(self, status, header, value):
        self.send_response(status)
        self.send_header(header, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        print("GET", self.path, self.headers.get("Range", "-"), self.headers.get("If-Range", "-"), flush=True)
        begin = self.body_begins_at()
        if "status" in modes:
            self.send_error(int(modes["status"]))
        elif "loop" in modes or ("redirect" in modes and not self.path.startswith("/moved/")):
            self.send_empty(302, "Location", modes.get("redirect", self.path))
        elif begin >= len(content) and begin > 0:
            self.send_empty(416, "Content-Range", "bytes */%d" % len(content))
        else:
            self.send_content(begin)

    def send_content(self, begin):
        self.send_response(206 if begin > 0 else 200)
        if begin > 0:
            self.send_header("Content-Range", "bytes %d-%d/%d" % (begin, len(content) - 1, len(content)))
        self.send_marks()
        if "no_length" in modes:
            self.close_connection = True
        else:
            self.send_header("Content-Length", modes.get("length", str(len(content) - begin)))
        self.end_headers()
        self.send_body(content[begin:])

    def send_body(self, body):
        most = min(int(modes.get("cut", modes.get("stall", len(body)))), len(body))
        step = int(modes.get("slow", 65536))
        for at in range(0, most, step):
            self.wfile.write(body[at : min(at + step, most)])
            if "slow" in modes:
                time.sleep(0.1)
        self.wfile.flush()
        if "stall" in modes and most < len(body):
            time.sleep(60)
        if most < len(body) or "length" in modes:
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):  # a client that has heard enough
        pass


server = Server(("127.0.0.1", 0), Handler)
if "tls" in modes:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(modes["tls"])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
