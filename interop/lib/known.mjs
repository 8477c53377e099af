// What a peer of the matrix cannot do, found out by trying and then by reading its source: {peer, profile, shows, because}. The
// peer must fail there and `shows` must be in what it says; when it signs in after all, this list is out of date and the matrix
// fails.
const ECDSA = ['supplier-without-samordningsnummer', 'employee-orgid'];
const noEcdsa = (peer, shows, because) => ECDSA.map((profile) => ({ peer, profile, shows, because }));

export const KNOWN = [
  ...noEcdsa('node-saml', 'Invalid document signature', 'no ECDSA in xml-crypto'),
  ...noEcdsa('passport-saml', 'Invalid document signature', 'no ECDSA in xml-crypto'),
  ...noEcdsa('mellon', '400 Bad Request', 'no ECDSA in lasso'),
];
