package se.genrep.sut;

import java.util.List;
import java.util.Optional;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;

/**
 * By what the system knows people, and how it writes that. It is learned from a sign-in whose
 * person is known, so that later the same person is recognised and a mutilated identity is not.
 *
 * @param attribute what a person is known by
 * @param form how it is written; as it is sent for what is no number
 */
record Recognition(Attribute attribute, SubjectForm form) {

  private static final List<Attribute> NUMBERS =
      List.of(Attribute.PERSONAL_IDENTITY_NUMBER, Attribute.MAPPED_PERSONAL_IDENTITY_NUMBER);

  private static final List<Attribute> OTHERS =
      List.of(Attribute.PRID, Attribute.EIDAS_PERSON_IDENTIFIER, Attribute.ORG_AFFILIATION);

  /** What makes the subject out of the person; empty when nothing does. */
  static Optional<Recognition> learn(TestPerson person, String subject) {
    for (Attribute number : NUMBERS) {
      for (String value : person.values(number)) {
        Optional<SubjectForm> form = SubjectForm.learn(value, subject);
        if (form.isPresent()) {
          return Optional.of(new Recognition(number, form.get()));
        }
      }
    }
    return OTHERS.stream()
        .filter(attribute -> person.values(attribute).contains(subject))
        .findFirst()
        .map(attribute -> new Recognition(attribute, SubjectForm.TWELVE));
  }

  /** The person as this system writes people; empty for one who lacks what it goes by. */
  String of(TestPerson person) {
    return person.value(attribute).map(form::of).orElse("");
  }
}
