#!/bin/sh
# Installs what comes from npm, as package-lock.json has it, with the machine's Node or, where
# there is none or an old one, with Node from PyPI inside the virtual environment. Where npm
# fails, its own last words are shown and the site is built without it.
# Usage: sh setup/npm_packages.sh PYTHON [--omit=dev]
set -u

new_enough() { node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; }

if ! { new_enough && command -v npm >/dev/null 2>&1; }; then
    PATH="$(cd "$(dirname "$1")" && pwd):$PATH"
    export PATH
    new_enough || "$1" -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/node.txt
fi
if said=$(npm ci ${2:-} --ignore-scripts --loglevel=error --no-audit --no-fund 2>&1); then
    touch node_modules/.ready
else
    printf '%s\n' "$said" | tail -n 5 >&2
    echo "npm did not install its packages, for the reason above; the site is built without what comes from there (the typeface, all PDFs, and what makes pages light). To get it: make build" >&2
fi
