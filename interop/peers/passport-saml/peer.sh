# passport-saml: Express with passport and the npm strategy, which is the peer. It is built on node-saml and has its checks; who is
# signed in is what passport says. Does not opt in to samordningsnummer.
PEER_PORT=18106
PEER_NAME=passport-saml
PEER_READY=http://localhost:$PEER_PORT/ready
PEER_SECONDS=60
PEER_METADATA=http://localhost:$PEER_PORT/metadata
PEER_LOGIN=http://localhost:$PEER_PORT/login
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
# What an application on it keeps an account by.
PEER_ACCOUNT=/subject
# The library under it is judged with the other profile, too.
PEER_PROFILES=supplier-loa2-loa3
PEER_COMPLETION="--want-assertions-signed false"
MATRIX_METADATA=http://localhost:$PEER_PORT/{cell}/metadata
MATRIX_LOGIN=http://localhost:$PEER_PORT/{cell}/login
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami

peer_install() {
  debian openssl
  npm_packages
}

# peer_start FOLDER: the service that is judged
peer_start() {
  passport_saml "$1" -- "$PEER_PROFILES"
}

# peer_matrix FOLDER: a strategy of its own for every cell of the matrix
peer_matrix() {
  passport_saml "$1"
}

# passport_saml FOLDER [-- PROFILE]
passport_saml() {
  local folder=$1
  shift
  key_pair passport-saml
  node "$INTEROP/lib/services.mjs" "$folder" "port=$PEER_PORT" "key=$WORK/keys/passport-saml.key" "certificate=$WORK/keys/passport-saml.crt" "$@" >"$RUN/passport-saml.json"
  start passport-saml node "$INTEROP/peers/passport-saml/sp.mjs" "$RUN/passport-saml.json"
}
