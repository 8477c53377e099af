# mod_auth_mellon, from Debian, in an Apache of our own. Does not opt in to samordningsnummer.
PEER_PORT=18103
PEER_NAME=mod_auth_mellon
PEER_METADATA=http://localhost:$PEER_PORT/mellon/metadata
PEER_LOGIN="http://localhost:$PEER_PORT/mellon/login?IdP={idp}&ReturnTo=http%3A%2F%2Flocalhost%3A$PEER_PORT%2Fwhoami"
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
# What an application on it keeps an account by.
PEER_ACCOUNT=/subject
PEER_READY=http://localhost:$PEER_PORT/ready
PEER_SECONDS=60
# lasso loads the key anew for each request, which takes its time; a second profile showed nothing that the first did not.
PEER_PROFILES=supplier-loa2-loa3
PEER_COMPLETION="--want-assertions-signed false"
MATRIX_METADATA=http://localhost:$PEER_PORT/{cell}/mellon/metadata
MATRIX_LOGIN="http://localhost:$PEER_PORT/{cell}/mellon/login?ReturnTo=http%3A%2F%2Flocalhost%3A$PEER_PORT%2F{cell}%2Fwhoami"
MATRIX_WHOAMI=http://localhost:$PEER_PORT/{cell}/whoami

peer_install() {
  # apache2-bin has the server without the system service that the package apache2 starts on port 80.
  debian openssl apache2-bin libapache2-mod-auth-mellon
  npm_packages
}

# mellon_home FOLDER: the files an Apache with the module needs, in $home
mellon_home() {
  home=$RUN/mellon
  key_pair mellon
  mkdir -p "$home/www" "$home/idp"
  cp "$WORK/keys/mellon.crt" "$home/"
  install -m 600 "$WORK/keys/mellon.key" "$home/"
  cp "$1"/*.xml "$home/idp/"
  chmod -R a+rX "$home/idp"
  install -m 755 "$INTEROP/peers/mellon/whoami" "$home/www/whoami"
  echo ready >"$home/www/ready"
}

mellon_server() {
  cat <<CONF
LoadModule auth_mellon_module /usr/lib/apache2/modules/mod_auth_mellon.so
ScriptSock "$home/run/cgid"
DocumentRoot "$home/www"
<Directory "$home/www">
  Require all granted
</Directory>
<Files whoami>
  Options +ExecCGI
  SetHandler cgi-script
</Files>
MellonCacheSize 1000
MellonLockFile "$home/run/mellon.lock"
CONF
}

# mellon_location PATH ATTRIBUTE LEVEL…: a service under that path, which may be empty
mellon_location() {
  local path=$1 attribute=$2 level
  shift 2
  cat <<CONF
<Location ${path:-/}>
  MellonEnable info
  MellonEndpointPath $path/mellon
  MellonDefaultLoginPath $path/whoami
  MellonVariable interop-mellon
  # httponly alone: there is no TLS on this machine's loopback
  MellonSecureCookie httponly
  MellonCookieSameSite Lax
  MellonSPentityId http://localhost:$PEER_PORT$path/mellon/metadata
  MellonSPPrivateKeyFile "$home/mellon.key"
  MellonSPCertFile "$home/mellon.crt"
  MellonSignatureMethod rsa-sha256
  MellonAuthnContextComparisonType exact
  MellonUser $attribute
  MellonIdP IDP
  MellonSetEnv personalIdentityNumber urn:oid:1.2.752.29.4.13
  MellonSetEnv displayName urn:oid:2.16.840.1.113730.3.1.241
CONF
  for level in "$@"; do echo "  MellonAuthnContextClassRef $level"; done
}

# peer_start FOLDER: the service that is judged
peer_start() {
  local home
  mellon_home "$1"
  {
    mellon_server
    mellon_location "" urn:oid:1.2.752.29.4.13 \
      http://id.elegnamnden.se/loa/1.0/loa3 http://id.elegnamnden.se/loa/1.0/loa2
    echo "  MellonIdPMetadataFile \"$home/idp/$PEER_PROFILES.xml\""
    echo "</Location>"
  } >"$home/mellon.conf"
  private_apache mellon "$PEER_PORT" "mpm_event authn_core authz_core authz_user mime dir env cgid" <"$home/mellon.conf"
}

# peer_matrix FOLDER: a service of its own for every cell of the matrix
peer_matrix() {
  local home cell profile level attribute
  mellon_home "$1"
  {
    mellon_server
    echo "AliasMatch ^/[^/]+/whoami\$ \"$home/www/whoami\""
    while read -r cell profile level attribute; do
      mellon_location "/$cell" "$attribute" "$level"
      echo "  MellonIdPMetadataFile \"$home/idp/$profile.xml\""
      echo "</Location>"
    done < <(node "$INTEROP/lib/cells.mjs")
  } >"$home/mellon.conf"
  private_apache mellon "$PEER_PORT" "mpm_event alias authn_core authz_core authz_user mime dir env cgid" <"$home/mellon.conf"
}
