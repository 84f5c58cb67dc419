#!/bin/sh
# Runs a command with a keychain of its own: a private D-Bus session with an unlocked, empty gnome-keyring, thrown away
# afterwards. Your own keyrings are neither read nor written.
# Usage: with-secrets.sh COMMAND [ARGUMENT...]       Exit code: the command's; 97 when the keyring does not start.
set -u

home=$(mktemp -d "${TMPDIR:-/tmp}/keyring.XXXXXX") || exit 97
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -m 700 "$home/data" "$home/run"

export XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run"
# Chromium's own encryption takes the keyring only on a desktop that is known to have one.
export XDG_CURRENT_DESKTOP=GNOME

# The keyring starts before the command, so that the first one to ask finds it there and unlocked.
dbus-run-session --config-file="$(dirname "$0")/session-bus.conf" -- sh -c '
  if ! printf "throw-away\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; then
    echo "The throw-away keyring did not start: is gnome-keyring installed?" >&2
    exit 97
  fi
  # It says that it runs a moment before it can be found.
  tries=0
  until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
    string:org.freedesktop.secrets >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -eq 100 ]; then
      echo "The throw-away keyring does not answer." >&2
      exit 97
    fi
    sleep 0.1
  done
  exec "$@"
' sh "$@"
