"""What a page may load and do, told to browsers: in the page itself and by the server."""

from collections.abc import Iterator, Mapping

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search is WebAssembly; no script is evaluated
    "style-src": "'self'",
    "img-src": "'self' data:",  # small pictures inside stylesheets
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
ONLY_FROM_SERVERS = {"frame-ancestors": "'none'"}
"""Browsers do not heed it in a page."""
KEPT_FOR_GOOD = ("/assets/fonts/", "/assets/scripts/", "/assets/styles/")
"""Where files are named by their content, so that a name never means another one."""
ONE_YEAR = 31_536_000
FEATURES = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb", "browsing-topics"),
)
"""What no page here asks a device for."""


def policy(directives: Mapping[str, str] = POLICY) -> str:
    """The Content-Security-Policy."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def headers() -> Mapping[str, str]:
    """What a server should say with every answer."""
    return {
        "Content-Security-Policy": policy({**POLICY, **ONLY_FROM_SERVERS}),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def header_files(bundled: bool) -> Mapping[str, bytes]:
    """Path -> content: for hosts that read ``_headers``, and for nginx to include."""
    texts = {"_headers": _for_hosts(bundled), "nginx-headers.conf": _for_nginx(bundled)}
    return {path: ("\n".join(lines) + "\n").encode("ascii") for path, lines in texts.items()}


def _for_hosts(bundled: bool) -> Iterator[str]:
    yield "/*"
    for name, value in headers().items():
        yield f"  {name}: {value}"
    for folder in KEPT_FOR_GOOD if bundled else ():
        yield f"{folder}*"
        yield f"  Cache-Control: public, max-age={ONE_YEAR}, immutable"


def _for_nginx(bundled: bool) -> Iterator[str]:
    yield "# Inside nginx's server { }: include /path/of/the/site/nginx-headers.conf;"
    for name, value in headers().items():
        yield f'add_header {name} "{value}" always;'
    yield "gzip_static on;"
    yield "# Where the module for Brotli is installed, add: brotli_static on;"
    yield "charset utf-8;"
    yield "charset_types text/css text/plain text/xml application/javascript application/json;"
    for folder in KEPT_FOR_GOOD if bundled else ():
        # No add_header here: it would take the place of those above.
        yield f"location {folder} {{ expires 1y; }}"
    yield "location = /nginx-headers.conf { return 404; }"
    yield "location = /_headers { return 404; }"
