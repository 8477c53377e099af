package se.genrep.ades;

/**
 * A document in memory.
 *
 * @param name its file name without a path; containers keep it
 */
public record Document(String name, byte[] content) {}
