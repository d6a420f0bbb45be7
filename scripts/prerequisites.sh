#!/bin/sh
# Names everything that must be there before `make` can install the rest.
missing=0

lacks() {
    echo "missing: $1" >&2
    echo "         $2" >&2
    missing=1
}

command -v rustup >/dev/null 2>&1 || lacks "rustup" "Install it from https://rustup.rs, then open a new terminal."
command -v cc >/dev/null 2>&1 || lacks "a C compiler (cc)" "Debian, Ubuntu: sudo apt-get install build-essential · macOS: xcode-select --install"
if command -v node >/dev/null 2>&1; then
    major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$major" -ge 20 ] || lacks "Node 20 or newer (found $(node --version))" "Install it from https://nodejs.org or with your system's packages."
    command -v npm >/dev/null 2>&1 || lacks "npm" "It comes with Node from https://nodejs.org · Debian, Ubuntu: sudo apt-get install npm"
else
    lacks "Node 20 or newer" "Install it from https://nodejs.org or with your system's packages."
fi

exit $missing
