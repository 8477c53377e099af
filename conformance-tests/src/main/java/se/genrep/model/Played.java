package se.genrep.model;

import java.util.Optional;

/**
 * What became of a stimulus.
 *
 * @param outcome what the identity oracle saw
 * @param people whose identities the stimulus carried
 * @param voidBecause why the outcome says nothing, for instance a deviation that changed nothing;
 *     empty when it says something
 */
public record Played(Outcome outcome, Expectation.People people, Optional<String> voidBecause) {}
