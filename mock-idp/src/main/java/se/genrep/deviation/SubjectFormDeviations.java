package se.genrep.deviation;

import static se.genrep.deviation.Edits.CONFIRMATION;
import static se.genrep.deviation.Edits.DATA;
import static se.genrep.deviation.Edits.SUBJECT;

import java.net.URI;
import java.time.Duration;
import se.genrep.registry.SubjectConfirmationMethod;

/** The subject and its confirmation, with something missing, empty or malformed (SAML core 2.4). */
public final class SubjectFormDeviations {

  public static final Deviation WITHOUT_SUBJECT =
      Edits.assertion("without-subject", "leaves the subject out", Edits.remove(SUBJECT));

  public static final Deviation SUBJECT_EMPTY =
      Edits.assertion("subject-empty", "leaves the subject empty", Edits.empty(SUBJECT));

  public static final Deviation WITHOUT_CONFIRMATION =
      Edits.assertion(
          "without-confirmation",
          "leaves the confirmation of the subject out",
          Edits.remove(CONFIRMATION));

  public static final Deviation CONFIRMATION_EMPTY =
      Edits.assertion(
          "confirmation-empty",
          "leaves the confirmation of the subject empty",
          Edits.empty(CONFIRMATION));

  public static final Deviation CONFIRMATION_WITHOUT_METHOD =
      Edits.assertion(
          "confirmation-without-method",
          "leaves the method of confirmation out",
          Edits.unset(CONFIRMATION, "Method"));

  public static final Deviation CONFIRMATION_METHOD_EMPTY =
      Edits.assertion(
          "confirmation-method-empty",
          "leaves the method of confirmation empty",
          Edits.set(CONFIRMATION, "Method", ""));

  public static final Deviation CONFIRMATION_HOLDER_OF_KEY =
      Edits.assertion(
          "confirmation-holder-of-key",
          "confirms whoever has a key, and names none",
          Edits.set(CONFIRMATION, "Method", SubjectConfirmationMethod.HOLDER_OF_KEY.uri()));

  public static final Deviation CONFIRMATION_WITHOUT_DATA =
      Edits.assertion(
          "confirmation-without-data",
          "leaves the data of the confirmation out",
          Edits.remove(DATA));

  public static final Deviation RECIPIENT_EMPTY =
      Edits.assertion(
          "recipient-empty",
          "leaves the endpoint of the confirmation empty",
          Edits.set(DATA, "Recipient", ""));

  public static final Deviation RECIPIENT_LONGER =
      Edits.assertion(
          "recipient-longer",
          "confirms the subject at an endpoint that begins like the right one",
          Edits.change(DATA, "Recipient", url -> url + ".example.org/acs"));

  public static final Deviation RECIPIENT_RELATIVE =
      Edits.assertion(
          "recipient-relative",
          "confirms the subject at a path without a host",
          Edits.change(DATA, "Recipient", url -> URI.create(url).getPath()));

  public static final Deviation CONFIRMATION_IN_RESPONSE_TO_EMPTY =
      Edits.assertion(
          "confirmation-in-response-to-empty",
          "leaves empty for which request the subject is confirmed",
          Edits.set(DATA, "InResponseTo", ""));

  public static final Deviation CONFIRMATION_WITHOUT_END =
      Edits.assertion(
          "confirmation-without-end",
          "leaves out how long the confirmation holds",
          Edits.unset(DATA, "NotOnOrAfter"));

  public static final Deviation CONFIRMATION_END_EMPTY =
      Edits.assertion(
          "confirmation-end-empty",
          "leaves empty how long the confirmation holds",
          Edits.set(DATA, "NotOnOrAfter", ""));

  public static final Deviation CONFIRMATION_END_MALFORMED =
      Edits.assertion(
          "confirmation-end-malformed",
          "writes the end of the confirmation as no time",
          Edits.set(DATA, "NotOnOrAfter", "tomorrow"));

  public static final Deviation CONFIRMATION_20_MIN_AHEAD =
      Edits.assertion(
          "confirmation-20-min-ahead",
          "confirms the subject from a time in 20 minutes on",
          (assertion, scene) ->
              assertion
                  .at(DATA)
                  .set("NotBefore", Parts.time(scene.now().plus(Duration.ofMinutes(20)))));

  private SubjectFormDeviations() {}
}
