# passport-saml: Express with passport and the npm strategy, which is the peer. Signs in, and is not judged: its checks are those
# of node-saml, which it is built on. Does not opt in to samordningsnummer.
PEER_PORT=18106
PEER_NAME=passport-saml
PEER_LOGO=http://localhost:$PEER_PORT/logo.svg
PEER_COMPLETION="--want-assertions-signed false"
MATRIX_METADATA=http://localhost:$PEER_PORT/{cell}/metadata
MATRIX_LOGIN=http://localhost:$PEER_PORT/{cell}/login
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami
MATRIX_SECONDS=60

peer_install() {
  debian openssl
  npm_packages
}

# peer_matrix FOLDER: a strategy of its own for every cell of the matrix
peer_matrix() {
  key_pair passport-saml
  start passport-saml node "$INTEROP/peers/passport-saml/sp.mjs" "$PEER_PORT" "$WORK/keys/passport-saml.key" "$WORK/keys/passport-saml.crt" "$1"
}
