/**
 * The members of the mock federation: reading and checking their metadata, and publishing the
 * signed metadata feed.
 */
package se.genrep.federation;
