package se.genrep.lint;

import java.util.List;

/**
 * One thing that a rule objects to.
 *
 * @param rule the rule's id
 * @param sentence what the rule says of the entity
 * @param requirements ids of the catalogue, the one that decides first
 * @param xpath the one element, or attribute, with the prefixes of {@link Prefixes}
 * @param line counted from 1, where the start tag of the element ends; 0 when unknown
 * @param seen what stands there
 * @param expected what should
 * @param remedy what to do
 */
public record Finding(
    String rule,
    String sentence,
    List<String> requirements,
    Severity severity,
    String xpath,
    int line,
    String seen,
    String expected,
    String remedy) {}
