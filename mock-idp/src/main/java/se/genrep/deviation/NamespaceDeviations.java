package se.genrep.deviation;

import static se.genrep.deviation.Edits.ATTRIBUTES;
import static se.genrep.deviation.Edits.AUTHN;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.DATA;
import static se.genrep.deviation.Edits.RESTRICTION;
import static se.genrep.deviation.Edits.STATUS;
import static se.genrep.deviation.Edits.SUBJECT;

/**
 * Elements of the right name in the wrong namespace: two readers may see two different messages.
 */
public final class NamespaceDeviations {

  private static final String OTHER = "urn:example:saml";
  private static final String SAML_1 = "urn:oasis:names:tc:SAML:1.0:assertion";

  public static final Deviation FOREIGN_SUBJECT =
      Edits.assertion(
          "foreign-subject",
          "has the subject in a namespace of its own",
          Edits.elsewhere(SUBJECT, OTHER));

  public static final Deviation FOREIGN_CONFIRMATION_DATA =
      Edits.assertion(
          "foreign-confirmation-data",
          "has the data of the confirmation in a namespace of its own",
          Edits.elsewhere(DATA, OTHER));

  public static final Deviation FOREIGN_CONDITIONS =
      Edits.assertion(
          "foreign-conditions",
          "has the conditions in a namespace of its own",
          Edits.elsewhere(CONDITIONS, OTHER));

  public static final Deviation FOREIGN_AUDIENCE_RESTRICTION =
      Edits.assertion(
          "foreign-audience-restriction",
          "has the restriction to audiences in a namespace of its own",
          Edits.elsewhere(RESTRICTION, OTHER));

  public static final Deviation FOREIGN_AUTHN_STATEMENT =
      Edits.assertion(
          "foreign-authn-statement",
          "has the statement of the sign-in in a namespace of its own",
          Edits.elsewhere(AUTHN, OTHER));

  public static final Deviation FOREIGN_ATTRIBUTE_STATEMENT =
      Edits.assertion(
          "foreign-attribute-statement",
          "has the statement of attributes in a namespace of its own",
          Edits.elsewhere(ATTRIBUTES, OTHER));

  public static final Deviation SAML_1_CONDITIONS =
      Edits.assertion(
          "saml-1-conditions",
          "has the conditions in the namespace of SAML 1",
          Edits.elsewhere(CONDITIONS, SAML_1));

  public static final Deviation CONDITIONS_IN_NO_NAMESPACE =
      Edits.assertion(
          "conditions-in-no-namespace",
          "has the conditions in no namespace",
          Edits.elsewhere(CONDITIONS, ""));

  public static final Deviation AUTHN_STATEMENT_IN_NO_NAMESPACE =
      Edits.assertion(
          "authn-statement-in-no-namespace",
          "has the statement of the sign-in in no namespace",
          Edits.elsewhere(AUTHN, ""));

  public static final Deviation ATTRIBUTES_IN_NO_NAMESPACE =
      Edits.assertion(
          "attributes-in-no-namespace",
          "has the statement of attributes in no namespace",
          Edits.elsewhere(ATTRIBUTES, ""));

  public static final Deviation FOREIGN_STATUS =
      Edits.response(
          "foreign-status",
          "has the status in a namespace of its own",
          Edits.elsewhere(STATUS, OTHER));

  public static final Deviation SAML_1_STATUS =
      Edits.response(
          "saml-1-status",
          "has the status in the namespace of SAML 1",
          Edits.elsewhere(STATUS, "urn:oasis:names:tc:SAML:1.0:protocol"));

  private NamespaceDeviations() {}
}
