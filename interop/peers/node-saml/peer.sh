# node-saml: a service of our own on the npm library, which is the peer. Opts in to samordningsnummer.
PEER_PORT=18101
PEER_NAME=node-saml
PEER_METADATA=http://localhost:$PEER_PORT/metadata
PEER_LOGIN="http://localhost:$PEER_PORT/login?idp={idp}"
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
PEER_LOGO=http://localhost:$PEER_PORT/logo.svg
PEER_COMPLETION="--want-assertions-signed false --accepts-coordination-number"

peer_install() {
  debian openssl
  npm_packages
}

# peer_start FOLDER: with the identity providers whose metadata lies in FOLDER, one file each
peer_start() {
  key_pair node-saml
  node -e '
    const [port, key, certificate, folder] = process.argv.slice(1);
    const certified = ["http://id.elegnamnden.se/loa/1.0/loa3", "http://id.elegnamnden.se/loa/1.0/loa2"];
    const uncertified = ["http://id.swedenconnect.se/loa/1.0/uncertified-loa3"];
    const idps = fs.readdirSync(folder).filter((f) => f.endsWith(".xml")).sort()
      .map((f) => ({ metadata: path.join(folder, f), contexts: f.startsWith("uncertified") ? uncertified : certified }));
    console.log(JSON.stringify({ port: +port, key, certificate, idps }));
  ' "$PEER_PORT" "$WORK/keys/node-saml.key" "$WORK/keys/node-saml.crt" "$1" >"$RUN/node-saml.json"
  start node-saml node "$INTEROP/peers/node-saml/sp.mjs" "$RUN/node-saml.json"
}
