/**
 * Signed documents: the sign requester's half (prepare, complete), signing for a local person, and
 * the verdict whether a signature is advanced. The only package that knows EU DSS, which is loaded
 * at the first use.
 */
package se.genrep.ades;
