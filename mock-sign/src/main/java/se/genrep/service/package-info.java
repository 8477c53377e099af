/**
 * The signing service: it judges a request, has the signer authenticated, issues a certificate for
 * a key that lives for one request, signs, and answers.
 */
package se.genrep.service;
