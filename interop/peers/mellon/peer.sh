# mod_auth_mellon, from Debian, in an Apache of our own. Does not opt in to samordningsnummer.
PEER_PORT=18103
PEER_NAME=mod_auth_mellon
PEER_METADATA=http://localhost:$PEER_PORT/mellon/metadata
PEER_LOGIN="http://localhost:$PEER_PORT/mellon/login?IdP={idp}&ReturnTo=http%3A%2F%2Flocalhost%3A$PEER_PORT%2Fwhoami"
PEER_WHOAMI=http://localhost:$PEER_PORT/whoami
PEER_LOGO=http://localhost:$PEER_PORT/logo.svg
PEER_COMPLETION="--want-assertions-signed false"

peer_install() {
  # apache2-bin has the server without the system service that the package apache2 starts on port 80.
  debian openssl apache2-bin libapache2-mod-auth-mellon
  npm_packages
}

peer_start() {
  local home=$RUN/mellon folder=$1 file
  key_pair mellon
  mkdir -p "$home/www" "$home/idp"
  cp "$WORK/keys/mellon.crt" "$home/"
  install -m 600 "$WORK/keys/mellon.key" "$home/"
  cp "$folder"/*.xml "$home/idp/"
  chmod -R a+rX "$home/idp"
  install -m 755 "$INTEROP/peers/mellon/whoami" "$home/www/whoami"
  cp "$INTEROP/peers/mellon/logo.svg" "$home/www/"
  {
    cat <<CONF
LoadModule auth_mellon_module /usr/lib/apache2/modules/mod_auth_mellon.so
ScriptSock "$home/run/cgid"
AddType image/svg+xml .svg
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
<Location />
  MellonEnable info
  MellonEndpointPath /mellon
  MellonDefaultLoginPath /whoami
  MellonVariable interop-mellon
  # httponly alone: there is no TLS on this machine's loopback
  MellonSecureCookie httponly
  MellonCookieSameSite Lax
  MellonSPentityId http://localhost:$PEER_PORT/mellon/metadata
  MellonSPPrivateKeyFile "$home/mellon.key"
  MellonSPCertFile "$home/mellon.crt"
  MellonSignatureMethod rsa-sha256
  MellonAuthnContextClassRef http://id.elegnamnden.se/loa/1.0/loa3
  MellonAuthnContextClassRef http://id.elegnamnden.se/loa/1.0/loa2
  MellonAuthnContextClassRef http://id.swedenconnect.se/loa/1.0/uncertified-loa3
  MellonAuthnContextComparisonType exact
  MellonUser urn:oid:1.2.752.29.4.13
  MellonIdP IDP
  MellonSetEnv personalIdentityNumber urn:oid:1.2.752.29.4.13
  MellonSetEnv displayName urn:oid:2.16.840.1.113730.3.1.241
CONF
    for file in "$home"/idp/*.xml; do echo "  MellonIdPMetadataFile \"$file\""; done
    echo "</Location>"
  } >"$home/mellon.conf"
  private_apache mellon "$PEER_PORT" "mpm_event authn_core authz_core authz_user mime dir env cgid" <"$home/mellon.conf"
}
