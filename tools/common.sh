# Shared by tools/run, tools/test and tools/bench: sourced, not run. Installs what is missing and builds.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $*"
    exit 1
}

# Names in the package list.
listed_packages() { sed -e 's/#.*//' "$root/tools/packages.txt" | awk 'NF {print $1}'; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        die "packages are missing ($missing) and this user is neither root nor has sudo: install them as root with" \
            "apt-get install $missing"
    fi
}

# Installs the packages of tools/packages.txt that are missing. Asks dpkg alone, so it costs nothing when all are there.
install_missing() {
    command -v dpkg-query >/dev/null 2>&1 ||
        die "this script installs packages on Debian 12 or 13; on other systems install what tools/packages.txt lists" \
            "and build with: cmake --preset release && cmake --build --preset release"
    local installed wanted log
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" {print $2}' | sort -u)
    wanted=$(listed_packages | sort -u)
    # pkgconf provides pkg-config from Debian 13 on.
    if grep -qx pkgconf <<<"$installed"; then wanted=$(grep -vx pkg-config <<<"$wanted"); fi
    missing=$(comm -13 <(printf '%s\n' "$installed") <(printf '%s\n' "$wanted") | tr '\n' ' ')
    missing=${missing% }
    [ -n "$missing" ] || return 0
    say "Installing from Debian: $missing"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # the list is meant to be split
    if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
        --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        die "apt-get could not install: $missing (the whole log: $log)"
    fi
    rm -f "$log"
}

# build PRESET [TARGET...]: configures when needed and builds, quiet unless it fails. Further CMake options: $cmake_options.
build() {
    local preset=$1 dir=$root/build/$1 log
    shift
    mkdir -p "$dir"
    log=$dir/last-build.log
    if ! (cd "$root" && cmake --preset "$preset" ${cmake_options:-} && cmake --build --preset "$preset" ${1:+--target "$@"}) \
        >"$log" 2>&1; then
        grep -E 'error|Error|FAILED' -A 5 "$log" | head -n 60 >&2
        die "the build failed (the whole log: $log)"
    fi
}
