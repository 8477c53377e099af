package se.genrep.idp;

import se.genrep.registry.Attribute;

/** Who the service provider expects, by one attribute (PSC 2.1.1). */
public record MatchValue(Attribute attribute, String value) {

  boolean fits(PersonFacts person) {
    return person.values(attribute).contains(value);
  }
}
