# node-saml: a service of our own on the npm library, which is the peer. Opts in to samordningsnummer.
PEER_PORT=18101
PEER_NAME=node-saml
PEER_METADATA=http://localhost:$PEER_PORT/metadata
PEER_LOGIN="http://localhost:$PEER_PORT/login?idp={idp}"
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
# What an application on it keeps an account by.
PEER_ACCOUNT=/subject
PEER_READY=http://localhost:$PEER_PORT/ready
PEER_SECONDS=60
PEER_PROFILES="supplier-loa2-loa3 uncertified-bankid"
PEER_COMPLETION="--want-assertions-signed false --accepts-coordination-number"
MATRIX_METADATA=http://localhost:$PEER_PORT/{cell}/metadata
MATRIX_LOGIN=http://localhost:$PEER_PORT/{cell}/login
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami

peer_install() {
  debian openssl
  npm_packages
}

# peer_start FOLDER: the service that is judged, with the identity providers whose metadata lies in FOLDER
peer_start() {
  # shellcheck disable=SC2086 # PEER_PROFILES is a list
  node_saml "$1" -- $PEER_PROFILES
}

# peer_matrix FOLDER: a service of its own for every cell of the matrix
peer_matrix() {
  node_saml "$1"
}

# node_saml FOLDER [-- PROFILE…]
node_saml() {
  local folder=$1
  shift
  key_pair node-saml
  node "$INTEROP/lib/services.mjs" "$folder" "port=$PEER_PORT" "key=$WORK/keys/node-saml.key" "certificate=$WORK/keys/node-saml.crt" "$@" >"$RUN/node-saml.json"
  start node-saml node "$INTEROP/peers/node-saml/sp.mjs" "$RUN/node-saml.json"
}
