/** Conforming peers that can leave one check out. */
package se.genrep.reference;
