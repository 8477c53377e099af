package se.genrep.sut;

/**
 * One step of the sign-in that is tried before a run.
 *
 * @param seen what was seen
 * @param remedy what to do; empty for a good one
 */
public record FlightStep(String name, boolean good, String seen, String remedy) {}
