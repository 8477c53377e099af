# Starts Genrep's federation and the peers that are judged, for the scripts of interop/. Source common.sh first.

PORT=${GENREP_INTEROP_PORT:-18480}
GENREP=$REPOSITORY/genrep
export GENREP_ARCHIVE=off

# federation_up NAME: builds what there is to build, and starts the federation with a data folder of its own, which is then in DATA;
# its process group is in FEDERATION, and what the peers have to know of its identity providers in IDPS. The control API has the
# next port.
federation_up() {
  DATA=$RUN/data
  IDPS=$RUN/idp
  mkdir -p "$DATA/sp" "$IDPS"
  needs_port "$PORT" "Genrep (or set GENREP_INTEROP_PORT)"
  needs_port $((PORT + 1)) "Genrep's control API (or set GENREP_INTEROP_PORT)"
  say "building, when there is something to build"
  "$GENREP" --version </dev/null >"$RUN/version.txt" 2>"$WORK/log/build.log" || give_up "the build failed; see $WORK/log/build.log"
  say "starting the federation"
  START_OUT=$RUN/up.json start "$1" "$GENREP" up --data "$DATA" --port "$PORT" --demo-port off
  FEDERATION=$PID
  wait_for_line "$RUN/up.json" "$FEDERATION" "$1" 120
  cp "$DATA"/metadata/*.xml "$IDPS/"
}

# load_peer PEER: its variables and functions
load_peer() {
  PEER_PROCESS=$1
  PEER_PROFILES=
  . "$INTEROP/peers/$1/peer.sh"
}

# peer_up PEER: starts the service that is judged, and makes it a member of the federation
peer_up() {
  load_peer "$1"
  say "starting $1"
  peer_start "$IDPS"
  wait_for "$PEER_READY" "$PID" "$PEER_PROCESS" "$PEER_SECONDS"
  # shellcheck disable=SC2086 # PEER_COMPLETION is a list of options
  node "$INTEROP/lib/sp-metadata.mjs" "$PEER_METADATA" "$DATA/sp/$1.xml" --name "$PEER_NAME" $PEER_COMPLETION
}

# peer_login PROFILE: the address where a sign-in of the loaded peer with that identity provider begins
peer_login() {
  local entity_id
  entity_id=$(cd "$INTEROP" && node --input-type=module -e '
    import { idpMetadata } from "./lib/idp-metadata.mjs";
    console.log(encodeURIComponent(idpMetadata(process.argv[1]).entityId));' "$IDPS/$1.xml")
  printf '%s\n' "${PEER_LOGIN//\{idp\}/$entity_id}"
}
