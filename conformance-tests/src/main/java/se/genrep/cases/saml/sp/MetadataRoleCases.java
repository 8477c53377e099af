package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.metadata;

import se.genrep.model.ConformanceCase;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.Variant;

/** DP 2, 2.1.2, 3, 6.1: what the role of its metadata says. */
final class MetadataRoleCases {

  static final ConformanceCase SCHEMA =
      conformanceCase("saml/sp/metadata-schema")
          .title("publishes metadata that is valid SAML 2.0")
          .requirement("DP-2-02")
          .stimulus(
              metadata(
                  "schema",
                  "endpoint-without-address",
                  "email-without-mailto",
                  "acs-without-post",
                  "acs-index-twice"))
          .expect(KEPT)
          .mutant(
              "writes an email address that is no URI",
              () -> Variant.with(MetadataHabit.EMAIL_WITHOUT_SCHEME))
          .build();

  static final ConformanceCase ATTRIBUTES_BEYOND =
      conformanceCase("saml/sp/metadata-attributes-beyond")
          .title("asks for attributes only beyond those of its categories")
          .requirement("DP-2.1.2-02")
          .stimulus(metadata("attributes-requested-for-nothing"))
          .expect(KEPT)
          .mutant(
              "asks for the number it gets anyway",
              () -> Variant.with(MetadataHabit.ASKS_FOR_WHAT_IT_GETS))
          .build();

  static final ConformanceCase ATTRIBUTES_KNOWN =
      conformanceCase("saml/sp/metadata-attributes-known")
          .title("asks for attributes by the names of the framework")
          .requirement("DP-2.1.2-03")
          .stimulus(metadata("attribute-requested-unknown"))
          .expect(KEPT)
          .mutant("asks by a friendly name", () -> Variant.with(MetadataHabit.ASKS_FOR_THE_UNKNOWN))
          .build();

  static final ConformanceCase SIGNED_ASSERTIONS =
      conformanceCase("saml/sp/metadata-signed-assertions")
          .title("wants assertions signed only to keep them as proof")
          .requirement("DP-2.1.2-11")
          .stimulus(metadata("wants-signed-assertions"))
          .expect(KEPT)
          .mutant("wants them signed", () -> Variant.with(MetadataHabit.WANTS_SIGNED_ASSERTIONS))
          .build();

  static final ConformanceCase DISCOVERY_RESPONSE =
      conformanceCase("saml/sp/metadata-discovery-response")
          .title("has its discovery address in the role")
          .requirement("DP-2.1.2-12", "DP-5.1-01")
          .stimulus(metadata("discovery-response-misplaced"))
          .expect(KEPT)
          .mutant("has it in the entity", () -> Variant.with(MetadataHabit.DISCOVERY_MISPLACED))
          .build();

  static final ConformanceCase ACS_TLS =
      conformanceCase("saml/sp/metadata-acs-tls")
          .title("takes answers by TLS")
          .requirement("DP-6.1-01")
          .stimulus(metadata("acs-without-tls"))
          .expect(KEPT)
          .mutant(
              "takes them at an address without TLS too",
              () -> Variant.with(MetadataHabit.ACS_BY_HTTP))
          .build();

  static final ConformanceCase HOLDER_OF_KEY_BINDING =
      conformanceCase("saml/sp/metadata-holder-of-key-binding")
          .title("says the binding of its Holder-of-key address")
          .requirement("DP-2.1.2.1-01", "TAR-3.9-05")
          .stimulus(metadata("hok-acs-without-binding"))
          .expect(KEPT)
          .mutant(
              "leaves the binding out",
              () -> Variant.with(MetadataHabit.HOLDER_OF_KEY_WITHOUT_BINDING))
          .build();

  static final ConformanceCase HOLDER_OF_KEY_DEFAULT =
      conformanceCase("saml/sp/metadata-holder-of-key-default")
          .title("prefers its address for an ordinary sign-in")
          .requirement("DP-2.1.2.1-03")
          .stimulus(metadata("hok-acs-default"))
          .expect(KEPT)
          .mutant(
              "prefers its Holder-of-key address",
              () -> Variant.with(MetadataHabit.HOLDER_OF_KEY_FIRST))
          .build();

  static final ConformanceCase NAME_ID_FORMATS =
      conformanceCase("saml/sp/metadata-name-id-formats")
          .title("wants name identifiers that identity providers have")
          .requirement("DP-3-03")
          .stimulus(metadata("sp-name-id-format-unusable"))
          .expect(KEPT)
          .mutant("wants an email address", () -> Variant.with(MetadataHabit.EMAIL_AS_NAME))
          .build();

  private MetadataRoleCases() {}
}
