#!/bin/sh
# Installs what the tests need from the system: a browser, the Czech and Polish dictionaries of
# hunspell, what opens PDFs and documents (Poppler, LibreOffice), Java for epubcheck and vnu, and
# nginx. Where it may not, it says what to type.
set -eu

browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

dictionary() {
    for folder in /usr/share/hunspell /usr/share/myspell/dicts "$HOME/Library/Spelling" /Library/Spelling; do
        [ -f "$folder/$1.dic" ] && return 0
    done
    return 1
}

missing=""
browser || missing="chromium"
dictionary cs_CZ || missing="$missing hunspell-cs"
dictionary pl_PL || missing="$missing hunspell-pl"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui fonts-liberation"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
web_server() { PATH="$PATH:/usr/sbin" command -v nginx >/dev/null 2>&1; }
web_server || missing="$missing nginx-light"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
    command="apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command -qq && exit 0
    elif sudo -n true 2>/dev/null; then
        sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive $command -qq && exit 0
    fi
    echo "THE TESTS NEED: $missing. Type: sudo $command" >&2
    exit 1
fi

if ! browser; then
    if command -v brew >/dev/null 2>&1; then
        brew install --cask chromium || echo "THE TESTS NEED A BROWSER. Type: brew install --cask chromium" >&2
    else
        echo "THE TESTS NEED CHROMIUM; install it with your system's package manager." >&2
    fi
fi
if ! command -v pdftotext >/dev/null 2>&1; then
    if command -v brew >/dev/null 2>&1; then
        brew install poppler || echo "THE TESTS NEED POPPLER. Type: brew install poppler" >&2
    else
        echo "THE TESTS NEED POPPLER; install it with your system's package manager." >&2
    fi
fi
if ! command -v java >/dev/null 2>&1; then
    if command -v brew >/dev/null 2>&1; then
        brew install openjdk || echo "THE TESTS NEED JAVA. Type: brew install openjdk" >&2
    else
        echo "THE TESTS NEED JAVA; install it with your system's package manager." >&2
    fi
fi
if ! web_server; then
    if command -v brew >/dev/null 2>&1; then
        brew install nginx || echo "THE TESTS NEED NGINX. Type: brew install nginx" >&2
    else
        echo "THE TESTS NEED NGINX; install it with your system's package manager." >&2
    fi
fi
for name in cs_CZ pl_PL; do
    dictionary "$name" || echo "THE TESTS NEED THE HUNSPELL DICTIONARY $name: put $name.aff and $name.dic (they come with LibreOffice) into /usr/share/hunspell or ~/Library/Spelling." >&2
done
browser && command -v pdftotext >/dev/null 2>&1 && command -v java >/dev/null 2>&1 && web_server && dictionary cs_CZ && dictionary pl_PL
