# shellcheck shell=bash
# Shared by tools/run, tools/test and tools/bench: sourced, not run. Installs what is missing and builds.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $*"
    exit 1
}

# Names in the package list.
listed_packages() { sed -e 's/#.*//' "$root/tools/packages.txt" | awk 'NF {print $1}'; }

# Those of them that are not installed, on one line. Asks dpkg alone, so it costs nothing when all are there.
missing_packages() {
    comm -13 \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" {print $2}' | sort -u) \
        <(listed_packages | sort -u) | paste -s -d ' '
}

# Installs the packages of tools/packages.txt that are missing.
install_missing() {
    command -v dpkg-query >/dev/null 2>&1 ||
        die "this script installs packages on Debian 12 or 13; on other systems install what tools/packages.txt" \
            "lists and build with: cmake --preset release && cmake --build --preset release"
    local missing log
    local -a as_root=()
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            die "these packages are missing and this user is neither root nor has sudo; as root run:" \
                "apt-get install --no-install-recommends $missing"
        as_root=(sudo)
    fi
    say "Installing from Debian: $missing"
    log=$(mktemp)
    # A list that cannot be brought up to date need not hinder the installation.
    "${as_root[@]}" apt-get update >"$log" 2>&1 || say "apt-get update failed; going on with the lists here."
    # shellcheck disable=SC2086  # the list is meant to be split
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        die "apt-get could not install: $missing (the whole log: $log)"
    fi
    rm -f "$log"
}

# build PRESET [TARGET...]: configures when needed and builds, quiet unless it fails. Further CMake options:
# $cmake_options (they stay in force in that build folder until said otherwise).
build() {
    local preset=$1 dir=$root/build/$1 log
    shift
    log=$dir/last-build.log
    mkdir -p "$dir"
    [ -e "$dir/bin" ] || say "Building into build/$preset; the first time takes some minutes."
    if ! run_cmake "$preset" "$@" >"$log" 2>&1; then
        first_errors "$log" >&2 || true
        die "the build failed (the whole log: $log)"
    fi
}

# The first errors of a build's log; its end where no line looks like one.
first_errors() {
    { grep -E -A 5 '(error:|CMake Error|FAILED:|undefined reference)' "$1" || tail -n 40 "$1"; } | awk 'NR <= 60'
}

# In a shell of its own: the caller stays in the folder it was called from.
run_cmake() (
    preset=$1
    shift
    cd "$root" || exit
    # Where nothing was asked for, an existing build finds by itself whether it must be configured again.
    if [ ! -e "build/$preset/build.ninja" ] || [ -n "${cmake_options:-}" ] ||
        [ CMakePresets.json -nt "build/$preset/build.ninja" ]; then
        # shellcheck disable=SC2086  # the options are meant to be split
        cmake --preset "$preset" ${cmake_options:-} || exit
    fi
    cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}
)
