// The library as the other folders of this project see it: npm packages are installed here alone.
export { SAML, generateServiceProviderMetadata } from '@node-saml/node-saml';
