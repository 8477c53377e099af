# Keycloak from Maven Central as an identity broker: a SAML service provider towards Genrep, an OpenID provider towards a small
# client of ours, which shows who Keycloak says is there. Does not opt in to samordningsnummer.
KEYCLOAK_VERSION=26.7.3
PEER_PORT=18107
KEYCLOAK_PORT=18203
PEER_NAME=Keycloak
PEER_READY=http://localhost:$PEER_PORT/ready
# On its first start it compiles itself.
PEER_SECONDS=300
# Where it says what is wrong.
PEER_PROCESS=keycloak-rp
PEER_METADATA=http://localhost:$KEYCLOAK_PORT/realms/broker/broker/judged/endpoint/descriptor
PEER_LOGIN=http://localhost:$PEER_PORT/judged/login
PEER_WHOAMI=http://localhost:$PEER_PORT/judged/whoami
# What it keeps an account by.
PEER_ACCOUNT=/claims/sub
# Each sign-in goes through two protocols; one profile is enough to wait for.
PEER_PROFILES=supplier-loa2-loa3
PEER_COMPLETION=""
MATRIX_METADATA=http://localhost:$KEYCLOAK_PORT/realms/broker/broker/{cell}/endpoint/descriptor
MATRIX_LOGIN=http://localhost:$PEER_PORT/{cell}/login
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami

peer_install() {
  local home=$WORK/keycloak-$KEYCLOAK_VERSION part=$WORK/keycloak.part
  debian openssl unzip
  npm_packages
  if [ -x "$home/bin/kc.sh" ]; then return 0; fi
  command -v mvn >/dev/null || give_up "needs Maven to fetch Keycloak, and there is none on the PATH."
  say "fetching Keycloak $KEYCLOAK_VERSION (170 MB)"
  rm -rf "$part"
  mkdir -p "$part"
  if ! (cd "$part" && mvn -q -B -ntp dependency:copy "-Dartifact=org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" "-DoutputDirectory=$part") >"$WORK/log/keycloak-install.log" 2>&1 </dev/null; then
    tail -n 15 "$WORK/log/keycloak-install.log" >&2
    give_up "Maven could not fetch Keycloak; see $WORK/log/keycloak-install.log"
  fi
  unzip -q "$part/keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip" -d "$part"
  mv "$part/keycloak-$KEYCLOAK_VERSION" "$home"
  rm -rf "$part"
}

# peer_start FOLDER: the identity provider in Keycloak that is judged
peer_start() {
  keycloak "$1" -- "$PEER_PROFILES"
}

# peer_matrix FOLDER: an identity provider in Keycloak for every cell of the matrix
peer_matrix() {
  keycloak "$1"
}

# keycloak FOLDER [-- PROFILE]
keycloak() {
  local folder=$1 home=$WORK/keycloak-$KEYCLOAK_VERSION
  shift
  # Each run has a database of its own; what is compiled stays.
  rm -rf "$home/data"
  export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin JAVA_OPTS_APPEND="-XX:TieredStopAtLevel=1 -Xmx700m"
  start keycloak "$home/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$KEYCLOAK_PORT" --hostname="http://localhost:$KEYCLOAK_PORT" \
    --cache=local --log-level=info
  node "$INTEROP/lib/services.mjs" "$folder" "port=$PEER_PORT" "keycloak=http://localhost:$KEYCLOAK_PORT" "$@" >"$RUN/keycloak.json"
  START_OUT='' start keycloak-rp node "$INTEROP/peers/keycloak/rp.mjs" "$RUN/keycloak.json"
}
