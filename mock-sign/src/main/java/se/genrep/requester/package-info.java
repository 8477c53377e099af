/**
 * The reference sign requester: it asks for signatures and judges what it gets. It conforms, but
 * for the checks that it is told to leave out.
 */
package se.genrep.requester;
