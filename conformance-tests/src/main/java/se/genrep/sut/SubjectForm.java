package se.genrep.sut;

import java.util.List;
import java.util.Optional;

/**
 * How a system writes an identity number. It is learned from a sign-in whose person is known, so
 * that later the same person is recognised and a mutilated number is not.
 */
enum SubjectForm {
  /** YYYYMMDDNNNN. */
  TWELVE {
    @Override
    String of(String number) {
      return number;
    }
  },
  /** YYYYMMDD-NNNN. */
  TWELVE_HYPHENATED {
    @Override
    String of(String number) {
      return number.substring(0, 8) + "-" + number.substring(8);
    }
  },
  /** YYMMDDNNNN. */
  TEN {
    @Override
    String of(String number) {
      return number.substring(2);
    }
  },
  /** YYMMDD-NNNN. */
  TEN_HYPHENATED {
    @Override
    String of(String number) {
      return number.substring(2, 8) + "-" + number.substring(8);
    }
  };

  /** The number as this system writes it. */
  abstract String of(String number);

  /** The form in which the subject is the number. */
  static Optional<SubjectForm> learn(String number, String subject) {
    return List.of(values()).stream().filter(form -> form.of(number).equals(subject)).findFirst();
  }
}
