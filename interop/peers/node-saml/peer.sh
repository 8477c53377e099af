# node-saml: a service of our own on the npm library, which is the peer. Opts in to samordningsnummer.
PEER_PORT=18101
PEER_NAME=node-saml
PEER_METADATA=http://localhost:$PEER_PORT/metadata
PEER_LOGIN="http://localhost:$PEER_PORT/login?idp={idp}"
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
PEER_LOGO=http://localhost:$PEER_PORT/logo.svg
PEER_COMPLETION="--want-assertions-signed false --accepts-coordination-number"
MATRIX_METADATA=http://localhost:$PEER_PORT/{cell}/metadata
MATRIX_LOGIN=http://localhost:$PEER_PORT/{cell}/login
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami
MATRIX_SECONDS=60

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
    console.log(JSON.stringify({ port: +port, key, certificate, services: [{ idps }] }));
  ' "$PEER_PORT" "$WORK/keys/node-saml.key" "$WORK/keys/node-saml.crt" "$1" >"$RUN/node-saml.json"
  start node-saml node "$INTEROP/peers/node-saml/sp.mjs" "$RUN/node-saml.json"
}

# peer_matrix FOLDER: a service of its own for every cell of the matrix
peer_matrix() {
  key_pair node-saml
  node --input-type=module -e '
    import { join } from "node:path";
    import { pathToFileURL } from "node:url";
    const [port, key, certificate, folder, interop] = process.argv.slice(1);
    const { CELLS } = await import(pathToFileURL(join(interop, "lib/cells.mjs")));
    const services = CELLS.map((c) => ({ path: `/${c.name}`, subject: c.oid, idps: [{ metadata: join(folder, `${c.profile}.xml`), contexts: [c.level] }] }));
    console.log(JSON.stringify({ port: +port, key, certificate, services }));
  ' "$PEER_PORT" "$WORK/keys/node-saml.key" "$WORK/keys/node-saml.crt" "$1" "$INTEROP" >"$RUN/node-saml.json"
  start node-saml node "$INTEROP/peers/node-saml/sp.mjs" "$RUN/node-saml.json"
}
