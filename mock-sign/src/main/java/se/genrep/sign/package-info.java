/**
 * The signing service. An empty frame so far: the protocol, the signature formats and the service
 * flow come in packages of their own below this one.
 */
package se.genrep.sign;
