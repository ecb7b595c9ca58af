#!/bin/sh
# Installs what the tests need from the system: a browser. Where it may not, it says what to type.
set -eu

browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ]
}

browser && exit 0

if command -v apt-get >/dev/null 2>&1; then
    command="apt-get install -y --no-install-recommends chromium"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command -qq && exit 0
    elif sudo -n true 2>/dev/null; then
        sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive $command -qq && exit 0
    fi
    echo "The tests need a browser. Type: sudo $command" >&2
elif command -v brew >/dev/null 2>&1; then
    brew install --cask chromium && exit 0
    echo "The tests need a browser. Type: brew install --cask chromium" >&2
else
    echo "The tests need Chromium; install it with your system's package manager." >&2
fi
exit 1
