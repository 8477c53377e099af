package se.genrep.idp;

import java.util.List;

/**
 * An attribute of the AttributeStatement.
 *
 * @param name the attribute's URI name, {@code urn:oid:…}
 * @param friendlyName for readers; never compared
 * @param values text values, at least one
 */
public record ReleasedAttribute(String name, String friendlyName, List<String> values) {}
