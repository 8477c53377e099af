package se.genrep.deviation;

import static se.genrep.deviation.Edits.AUDIENCE;
import static se.genrep.deviation.Edits.CONDITIONS;
import static se.genrep.deviation.Edits.RESTRICTION;

import se.genrep.saml.XmlNode;

/**
 * What SAML lets a sender do in conditions and advice, but not every service provider is used to.
 */
public final class ToleratedConditionDeviations {

  public static final Deviation SEVERAL_AUDIENCES =
      Edits.assertion(
          "several-audiences",
          "makes the assertion for two, of which one is right",
          Edits.twice(AUDIENCE, second -> {}, first -> first.text(AddressingDeviations.OTHER_SP)));

  public static final Deviation TWO_EQUAL_RESTRICTIONS =
      Edits.assertion(
          "two-equal-restrictions",
          "restricts the assertion twice to the right audience",
          Edits.twice(RESTRICTION, second -> {}));

  public static final Deviation ONE_TIME_USE =
      Edits.assertion(
          "one-time-use",
          "says that the assertion is to be used once",
          assertion -> assertion.at(CONDITIONS).add("saml:OneTimeUse"));

  public static final Deviation PROXY_RESTRICTION =
      Edits.assertion(
          "proxy-restriction",
          "says that no other may be served with it",
          assertion -> assertion.at(CONDITIONS).add("saml:ProxyRestriction").set("Count", "0"));

  public static final Deviation ADVICE =
      Edits.assertion(
          "advice",
          "gives advice that nobody needs",
          assertion ->
              assertion
                  .at(CONDITIONS)
                  .insertAfter(assertion.create("saml:Advice"))
                  .add("saml:AssertionURIRef")
                  .text("https://example.org/advice"));

  public static final Deviation FOREIGN_ADVICE =
      Edits.assertion(
          "foreign-advice",
          "gives advice in a namespace of its own",
          assertion -> {
            XmlNode advice = assertion.at(CONDITIONS).insertAfter(assertion.create("saml:Advice"));
            advice.add("saml:AssertionURIRef");
            Edits.elsewhere("saml:AssertionURIRef", "urn:example:advice").accept(advice);
          });

  private ToleratedConditionDeviations() {}
}
