package se.genrep.reference;

import java.util.List;
import java.util.Map;

/** The person on the start page of a service provider. */
public record ShownPerson(
    String name, String number, String context, Map<String, List<String>> attributes) {}
