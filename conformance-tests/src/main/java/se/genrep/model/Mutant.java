package se.genrep.model;

import java.util.function.Supplier;

/**
 * A reference peer that lacks one virtue and therefore must fail the case.
 *
 * @param title what it does wrong, present tense
 * @param variant makes the variant of the reference peer; its type is known to the driver of the
 *     role
 */
public record Mutant(String title, Supplier<?> variant) {}
