# Shared by the scripts of interop/ and bench/; source it. Whatever is started here ends with the script, and listens on
# 127.0.0.1 alone.
set -euo pipefail

INTEROP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
REPOSITORY=$(dirname "$INTEROP")
WORK=${GENREP_INTEROP_WORK:-$INTEROP/.work}
mkdir -p "$WORK/log" "$WORK/keys"
# localhost is two addresses on most machines. Everything here listens on the older one, and Node.js 18 tries no second.
export NODE_OPTIONS="--dns-result-order=ipv4first ${NODE_OPTIONS:-}"

say() { printf '%s: %s\n' "${SCRIPT:-interop}" "$*" >&2; }
give_up() {
  say "$*"
  exit 2
}

all_peers() {
  local file
  for file in "$INTEROP"/peers/*/peer.sh; do basename "$(dirname "$file")"; done
}

# ---- installing -----------------------------------------------------------------------------------------------------

# debian PACKAGE…: installs those that are missing. No package may start a service of its own meanwhile.
debian() {
  local package policy=/usr/sbin/policy-rc.d missing=()
  for package in "$@"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then missing+=("$package"); fi
  done
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  if [ "$(id -u)" != 0 ]; then give_up "these Debian packages are missing and only root may install them: ${missing[*]}"; fi
  say "installing ${missing[*]}"
  if ! apt-get install -y --no-install-recommends --simulate "${missing[@]}" >"$WORK/log/apt.log" 2>&1; then
    apt-get update >>"$WORK/log/apt.log" 2>&1 || give_up "apt-get update failed; see $WORK/log/apt.log"
  fi
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  else
    policy=
  fi
  local failed=
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$WORK/log/apt.log" 2>&1 </dev/null || failed=yes
  if [ -n "$policy" ]; then rm -f "$policy"; fi
  if [ -n "$failed" ]; then
    tail -n 15 "$WORK/log/apt.log" >&2
    give_up "apt-get could not install ${missing[*]}; see $WORK/log/apt.log"
  fi
}

# npm_packages: what package.json of interop/ names, exactly as package-lock.json has it
npm_packages() {
  local node_major
  command -v npm >/dev/null || give_up "needs Node.js 18 or newer with npm, and there is none on the PATH."
  node_major=$(node -p 'process.versions.node.split(".")[0]')
  if [ "$node_major" -lt 18 ]; then give_up "needs Node.js 18 or newer, found $(node --version)."; fi
  if cmp -s "$INTEROP/package-lock.json" "$INTEROP/node_modules/.installed-lock.json"; then return 0; fi
  say "installing npm packages"
  if ! (cd "$INTEROP" && npm ci --no-audit --no-fund --ignore-scripts) >"$WORK/log/npm.log" 2>&1 </dev/null; then
    tail -n 15 "$WORK/log/npm.log" >&2
    give_up "npm could not install the packages of interop/package.json; see $WORK/log/npm.log"
  fi
  cp "$INTEROP/package-lock.json" "$INTEROP/node_modules/.installed-lock.json"
}

# key_pair NAME: an RSA key (PKCS#8) and a self-signed certificate for tests, made once
key_pair() {
  if [ -s "$WORK/keys/$1.crt" ]; then return 0; fi
  openssl req -x509 -newkey "rsa:${2:-3072}" -nodes -sha256 -days 3650 -subj "/C=SE/O=TEST/CN=TEST $1" \
    -keyout "$WORK/keys/$1.key" -out "$WORK/keys/$1.part" 2>"$WORK/log/openssl.log" || give_up "openssl could not make a key; see $WORK/log/openssl.log"
  mv "$WORK/keys/$1.part" "$WORK/keys/$1.crt"
}

# ---- running --------------------------------------------------------------------------------------------------------

# A folder that Apache's own user may read, unlike one inside a home folder.
RUN=
new_run_folder() {
  RUN=$(mktemp -d "${TMPDIR:-/tmp}/genrep-run.XXXXXX")
  chmod 755 "$RUN"
}

STARTED=()
# start NAME COMMAND…: runs in the background in a process group of its own, whose number is then in PID. Its errors go to the work
# folder's log/NAME.log, and its output too unless START_OUT names a file. START_WITH is a command to run it under.
start() {
  local name=$1
  shift
  : >"$WORK/log/$name.log"
  # shellcheck disable=SC2086 # START_WITH is a command with options
  setsid ${START_WITH:-} "$@" </dev/null >>"${START_OUT:-$WORK/log/$name.log}" 2>>"$WORK/log/$name.log" &
  PID=$!
  STARTED+=("$PID")
}

# stop PID: ends that process group, politely first
stop() {
  local left=100
  kill -TERM -- "-$1" 2>/dev/null || return 0
  while kill -0 -- "-$1" 2>/dev/null && [ "$left" -gt 0 ]; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -KILL -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

stop_all() {
  local pid
  for pid in ${STARTED[@]+"${STARTED[@]}"}; do stop "$pid"; done
  STARTED=()
  if [ -n "$RUN" ]; then rm -rf "$RUN"; fi
}

# needs_port PORT WHAT: gives up when something already listens there
needs_port() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    give_up "port $1 on 127.0.0.1 is taken, and $2 needs it. End what listens there (ss -ltnp 'sport = :$1' names it)."
  fi
}

# wait_for URL PID NAME SECONDS: until it answers with success; gives up when the process ends first
wait_for() {
  local end=$((SECONDS + $4))
  until node -e 'fetch(process.argv[1], {signal: AbortSignal.timeout(5000)}).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))' "$1"; do
    if ! kill -0 "$2" 2>/dev/null; then
      tail -n 20 "$WORK/log/$3.log" >&2
      give_up "$3 ended before it answered; see $WORK/log/$3.log"
    fi
    if [ $SECONDS -ge $end ]; then
      tail -n 20 "$WORK/log/$3.log" >&2
      give_up "$3 does not answer at $1 after $4 s; see $WORK/log/$3.log"
    fi
    sleep 0.1
  done
}

# wait_for_line FILE PID NAME SECONDS: until the process has written a line there; gives up when it ends first
wait_for_line() {
  local end=$((SECONDS + $4))
  until grep -q . "$1" 2>/dev/null; do
    if ! kill -0 "$2" 2>/dev/null || [ $SECONDS -ge $end ]; then
      tail -n 20 "$WORK/log/$3.log" >&2
      give_up "$3 is not ready within $4 s; see $WORK/log/$3.log"
    fi
    sleep 0.1
  done
}

# private_apache NAME PORT MODULES <CONFIGURATION: starts an Apache of our own, as www-data where that can be had. Not at the end
# of a pipe, where PID would be lost.
private_apache() {
  local name=$1 port=$2 modules=$3 home=$RUN/$1 module
  mkdir -p "$home/run"
  {
    echo "ServerRoot \"$home\""
    echo "ServerName localhost:$port"
    echo "Listen 127.0.0.1:$port"
    echo "PidFile \"$home/run/pid\""
    echo "DefaultRuntimeDir \"$home/run\""
    echo "Mutex file:$home/run default"
    echo "ErrorLog \"$WORK/log/$name.log\""
    if [ "$(id -u)" = 0 ]; then
      echo "User www-data"
      echo "Group www-data"
    fi
    for module in $modules; do echo "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"; done
    echo "TypesConfig /dev/null"
    echo "KeepAlive On"
    echo "MaxKeepAliveRequests 0"
    echo "<Directory />"
    echo "  Require all denied"
    echo "</Directory>"
    cat
  } >"$home/httpd.conf"
  : >"$WORK/log/$name.log"
  /usr/sbin/apache2 -f "$home/httpd.conf" -t 2>"$WORK/log/$name-config.log" || {
    cat "$WORK/log/$name-config.log" >&2
    give_up "Apache refuses the configuration of $name"
  }
  start "$name" /usr/sbin/apache2 -f "$home/httpd.conf" -D FOREGROUND
}
