package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.UNHARMED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.BombDeviations;
import se.genrep.deviation.Deviation;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Frailty;
import se.genrep.reference.Variant;

/** SAML profiles 4.1.4.3: who cannot bear what a message costs discards nothing any more. */
final class BombCases {

  static final ConformanceCase INFLATE_BOMB =
      bears(
          "saml/sp/inflate-bomb",
          "bears 64 MiB that come compressed",
          BombDeviations.INFLATE_BOMB,
          Frailty.INFLATION);

  static final ConformanceCase DEEP_NESTING =
      bears(
          "saml/sp/deep-nesting",
          "bears elements that are nested 20,000 deep",
          BombDeviations.DEEP_NESTING,
          Frailty.DEPTH);

  static final ConformanceCase MANY_XML_ATTRIBUTES =
      bears(
          "saml/sp/many-xml-attributes",
          "bears an element with 20,000 XML attributes",
          BombDeviations.MANY_XML_ATTRIBUTES_IN_ONE,
          Frailty.XML_ATTRIBUTES);

  static final ConformanceCase MANY_SAML_ATTRIBUTES =
      bears(
          "saml/sp/many-saml-attributes",
          "bears an assertion with 1,000 attributes",
          BombDeviations.MANY_SAML_ATTRIBUTES,
          Frailty.SAML_ATTRIBUTES);

  static final ConformanceCase LARGE_TEXT =
      bears(
          "saml/sp/large-text",
          "bears a Response with 400,000 characters too many",
          BombDeviations.LARGE_EXTENSION,
          Frailty.SIZE);

  private BombCases() {}

  private static ConformanceCase bears(String id, String title, Deviation bomb, Frailty frailty) {
    return conformanceCase(id)
        .title(title)
        .requirement("PROF-4.1.4.3-01")
        .stimulus(signIn().answeredWith(bomb))
        .expect(UNHARMED)
        .mutant("falls over", () -> Variant.with(frailty))
        .build();
  }
}
