/**
 * Conforming peers that can leave one check out, and peers that are no use at all. They prove the
 * cases, so they are written from the rules and know neither cases nor deviations.
 */
package se.genrep.reference;
