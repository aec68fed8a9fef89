"""지은 사이트를 GitHub Pages처럼 내주는 서버: gzip, 404.html, 하위 경로."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ipynb", ".map"}
BASE = "/book/"  # 하위 경로에서도 모든 링크가 맞아야 한다


@lru_cache(maxsize=512)
def _compressed(path: Path, modified: int) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Path

    def do_GET(self):
        self._answer(body=True)

    def do_HEAD(self):
        self._answer(body=False)

    def _answer(self, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        file, status = self.site / "404.html", 404
        if path.startswith(BASE):
            wanted = (self.site / path.removeprefix(BASE)).resolve()
            if wanted.is_dir() and not path.endswith("/"):
                return self._redirect(path + "/")
            wanted = wanted / "index.html" if wanted.is_dir() else wanted
            if wanted.is_file() and wanted.is_relative_to(self.site.resolve()):
                file, status = wanted, 200
        self._send(file, status, body)

    def _redirect(self, path: str) -> None:
        self.send_response(301)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path, status: int, body: bool) -> None:
        squeeze = file.suffix in COMPRESSED and "gzip" in self.headers.get(
            "Accept-Encoding", ""
        )
        content = (
            _compressed(file, file.stat().st_mtime_ns) if squeeze else file.read_bytes()
        )
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, *args):
        """조용히."""


Handler.extensions_map = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".js": "text/javascript; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".ipynb": "application/json",
}


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """브라우저가 먼저 끊은 연결은 고장이 아니다."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """site를 내주는 주소. 포트는 비어 있는 아무 것이나 쓴다."""
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()
