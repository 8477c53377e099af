/**
 * Wrong behaviours of our own document maker: signed documents that say something else than what
 * was signed, and signatures that stand on wrong trust data.
 */
package se.genrep.ades.forgery;
