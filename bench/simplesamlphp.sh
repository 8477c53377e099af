# SimpleSAMLphp as identity provider, the yardstick of the sign-in measurement. Source interop/lib/common.sh first.

simplesamlphp_install() {
  debian openssl apache2-bin libapache2-mod-php php-cli php-xml php-mbstring simplesamlphp
}

# simplesamlphp_start NAME PORT CONTEXT SP_METADATA…: does the same work as Genrep: checks the signature of the request, encrypts
# the assertion with AES-256 and RSA-OAEP, signs the response with RSA-2048 and SHA-256. One user, person/person.
simplesamlphp_start() {
  local name=$1 port=$2 context=$3 home=$RUN/$1
  shift 3
  key_pair "$name" 2048
  mkdir -p "$home"/{config/metadata,cert,log,data,tmp,cache,www}
  cp "$WORK/keys/$name.key" "$WORK/keys/$name.crt" "$home/cert/"
  ln -sfn /usr/share/simplesamlphp/www "$home/www/simplesaml"
  cat >"$home/config/config.php" <<PHP
<?php
\$config = [
  'baseurlpath' => 'http://localhost:$port/simplesaml/',
  'certdir' => '$home/cert/', 'loggingdir' => '$home/log/', 'datadir' => '$home/data/',
  'tempdir' => '$home/tmp', 'cachedir' => '$home/cache',
  'secretsalt' => 'only-for-tests', 'auth.adminpassword' => '$(openssl rand -hex 12)', 'timezone' => 'UTC',
  'logging.level' => SimpleSAML\\Logger::ERR, 'logging.handler' => 'file', 'errorreporting' => false, 'showerrors' => true,
  'enable.saml20-idp' => true, 'store.type' => 'phpsession',
  'session.cookie.secure' => false, 'session.cookie.samesite' => null,
  'session.phpsession.cookiename' => '$name', 'session.authtoken.cookiename' => '$name-token',
  'session.phpsession.savepath' => '$home/tmp', 'session.phpsession.httponly' => true,
  'language.default' => 'en', 'theme.use' => 'default',
  'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
  'metadata.sources' => [['type' => 'flatfile', 'directory' => '$home/config/metadata']],
];
PHP
  cat >"$home/config/authsources.php" <<'PHP'
<?php
$config = ['users' => ['exampleauth:UserPass', 'person:person' => [
  'urn:oid:1.2.752.29.4.13' => ['189001019802'],
  'urn:oid:2.16.840.1.113730.3.1.241' => ['Test Persson'],
  'urn:oid:2.5.4.42' => ['Test'],
  'urn:oid:2.5.4.4' => ['Persson'],
]]];
PHP
  cat >"$home/config/metadata/saml20-idp-hosted.php" <<PHP
<?php
\$metadata['http://localhost:$port/idp'] = [
  'host' => '__DEFAULT__', 'privatekey' => '$name.key', 'certificate' => '$name.crt', 'auth' => 'users',
  'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'saml20.sign.response' => true, 'saml20.sign.assertion' => false, 'assertion.encryption' => true, 'sharedkey_algorithm' => 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'validate.authnrequest' => true, 'redirect.sign' => true,
  'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  'authproc' => [50 => ['class' => 'saml:AuthnContextClassRef', 'AuthnContextClassRef' => '$context']],
];
PHP
  cat >"$home/convert.php" <<'PHP'
<?php
require '/usr/share/simplesamlphp/lib/_autoload.php';
echo "<?php\n";
foreach (array_slice($argv, 1) as $file) {
  foreach (SimpleSAML\Metadata\SAMLParser::parseDescriptorsFile($file) as $entity) {
    $sp = $entity->getMetadata20SP();
    unset($sp['entityDescriptor'], $sp['expire']);
    echo '$metadata[', var_export($entity->getEntityId(), true), '] = ', var_export($sp, true), ";\n";
  }
}
PHP
  SIMPLESAMLPHP_CONFIG_DIR=$home/config php "$home/convert.php" "$@" >"$home/config/metadata/saml20-sp-remote.php"
  chmod a+r "$home"/cert/*
  if [ "$(id -u)" = 0 ]; then chown -R www-data "$home"/{log,data,tmp,cache}; fi
  private_apache "$name" "$port" "mpm_prefork authn_core authz_core authz_user mime dir alias env setenvif" <<CONF
LoadModule php_module /usr/lib/apache2/modules/libphp8.2.so
DocumentRoot "$home/www"
SetEnv SIMPLESAMLPHP_CONFIG_DIR $home/config
<Directory "$home/www">
  Require all granted
  Options +FollowSymLinks
</Directory>
<Directory /usr/share/simplesamlphp/www>
  Require all granted
  Options +FollowSymLinks
</Directory>
<FilesMatch "\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
StartServers 4
MinSpareServers 4
MaxSpareServers 16
MaxRequestWorkers 16
CONF
  wait_for "http://localhost:$port/simplesaml/saml2/idp/metadata.php" "$PID" "$name" 30
}
