package se.genrep.model;

/**
 * What was wrong, or could not be told.
 *
 * @param expected what a conforming system does
 * @param actual what was seen
 * @param where the place in the message or flow that the case is about
 * @param requirement the id it is held against; empty for an inconclusive run
 * @param rerun the command that runs just this case again
 */
public record Finding(
    String expected, String actual, String where, String requirement, String rerun) {}
