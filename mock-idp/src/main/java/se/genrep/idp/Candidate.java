package se.genrep.idp;

import java.util.List;
import se.genrep.person.TestPerson;

/**
 * A test person who can sign in for a request.
 *
 * @param contexts the authentication contexts it can be done at, in the request's order; not empty
 */
public record Candidate(TestPerson person, List<String> contexts) {}
