package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;

/**
 * What a request can depend on.
 *
 * @param person who signs in
 * @param other somebody else of SUT.yaml; empty when there is nobody else
 * @param idp what the identity provider publishes
 * @param contexts those that the identity provider declares and the person can use
 */
public record Occasion(
    DeclaredPerson person,
    Optional<DeclaredPerson> other,
    EntityMetadata idp,
    List<String> contexts) {}
