package se.genrep.reference;

import java.util.Optional;

/**
 * What a service makes of an answer about a person, besides who it is.
 *
 * @param birthDate YYYY-MM-DD; empty when it is not known
 * @param age in whole years; empty when the date of birth is not known
 * @param sex M or F; empty when nothing says it
 * @param account the same whenever the person comes, and nobody else's
 */
record Portrait(
    Optional<String> birthDate, Optional<Integer> age, Optional<String> sex, String account) {}
