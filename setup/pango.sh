#!/bin/sh
# Installs Pango, which lays out everything that is printed as PDF. Where it may not, the site is
# built without PDFs, and this says what to type. Usage: sh setup/pango.sh PYTHON
set -u

present() { "$1" -c 'import weasyprint' >/dev/null 2>&1; }

present "$1" && exit 0
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
if command -v apt-get >/dev/null 2>&1; then
    command="apt-get install -y --no-install-recommends $packages"
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null
    elif sudo -n true 2>/dev/null; then
        sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null
    fi
    command="sudo $command"
elif command -v brew >/dev/null 2>&1; then
    command="brew install pango"
    $command >/dev/null
else
    command="install Pango 1.44 or newer with your system's package manager"
fi
present "$1" || echo "PDFs need Pango; the site is built without them. To get it: $command" >&2
