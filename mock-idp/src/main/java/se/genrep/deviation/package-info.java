/**
 * Deviations: named wrong behaviours of our own peer, each attached at the stage where the flaw
 * lives. Towards a service provider they are the stimulus; on an identity provider, the mutant.
 */
package se.genrep.deviation;
