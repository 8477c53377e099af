package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.genrep.lint.Entity;
import se.genrep.lint.Rule;
import se.genrep.registry.Attribute;
import se.genrep.registry.GeneralCategory;
import se.genrep.registry.Namespace;
import se.genrep.registry.ServiceType;
import se.genrep.saml.XmlNode;

/**
 * Identity providers for BankID (BankID profile 3.1, 4.1, 6). Metadata does not say that one is
 * such; that its name says so is no proof, so what is demanded of them is suspected only.
 */
public final class BankIdRules {

  public static final Rule UNSIGNED_REQUESTS =
      suspicion(
              "bankid-takes-unsigned-requests",
              "is a BankID service that takes unsigned requests",
              "BID-4.1-01",
              "BID-6.2-01")
          .ofIdp(
              (entity, at, report) -> {
                if (isBankId(entity, at) && !Entity.isTrue(at, "WantAuthnRequestsSigned")) {
                  report.add(
                      at,
                      at.attribute("WantAuthnRequestsSigned")
                          .map(value -> "WantAuthnRequestsSigned=\"" + value + "\"")
                          .orElse("no WantAuthnRequestsSigned"),
                      "WantAuthnRequestsSigned=\"true\"",
                      "Set it, and refuse unsigned requests");
                }
              });

  public static final Rule NO_SELECTION =
      rule(
              "bankid-without-principal-selection",
              "is a BankID service that does not ask who is to sign in",
              "BID-6.2-02")
          .ofIdp(
              (entity, at, report) -> {
                boolean asks =
                    entity.everywhere(Namespace.PSC, "MatchValue").stream()
                        .anyMatch(
                            value ->
                                value
                                    .attribute("Name")
                                    .orElse("")
                                    .equals(Attribute.PERSONAL_IDENTITY_NUMBER.oidName()));
                if (isBankId(entity, at) && !asks) {
                  report.add(
                      at.find("md:Extensions").orElse(at),
                      "no psc:RequestedPrincipalSelection for the personal identity number",
                      "psc:MatchValue with Name=\""
                          + Attribute.PERSONAL_IDENTITY_NUMBER.oidName()
                          + "\"",
                      "Add it to the extensions of the role");
                }
              });

  public static final Rule NO_BINDING =
      suspicion(
              "bankid-without-authenticator-binding",
              "is a BankID service without secure authenticator binding",
              "BID-6.2-04")
          .ofIdp(
              (entity, at, report) ->
                  lacks(entity, at, GeneralCategory.SECURE_AUTHENTICATOR_BINDING, report));

  public static final Rule NO_USER_MESSAGE =
      rule(
              "bankid-without-user-message",
              "is a BankID service that shows no user message",
              "BID-6.2-05",
              "BID-3.1-05")
          .ofIdp(
              (entity, at, report) ->
                  lacks(entity, at, GeneralCategory.SUPPORTS_USER_MESSAGE, report));

  public static final Rule NO_USER_SIGNATURE =
      pointer(
              "sigservice-without-user-signature",
              "is a signature service that does not ask for the user's own signature",
              "BID-6.3-01")
          .ofSp(
              (entity, at, report) -> {
                Set<String> requested =
                    at.all("md:AttributeConsumingService/md:RequestedAttribute").stream()
                        .map(attribute -> attribute.attribute("Name").orElse("").strip())
                        .collect(Collectors.toSet());
                if (entity.declares(ServiceType.SIGSERVICE)
                    && !requested.contains(Attribute.USER_SIGNATURE.oidName())) {
                  report.add(
                      entity.valueOf(ServiceType.SIGSERVICE),
                      "no md:RequestedAttribute for userSignature",
                      "one, if it has users sign with BankID",
                      "Request " + Attribute.USER_SIGNATURE.oidName());
                }
              });

  private BankIdRules() {}

  private static void lacks(
      Entity entity, XmlNode role, GeneralCategory category, Rule.Report report) {
    if (isBankId(entity, role) && !entity.declares(category)) {
      report.add(
          entity.categoryPlace(),
          "no " + category.label(),
          category.uri(),
          "Declare it, if this is a BankID service");
    }
  }

  private static boolean isBankId(Entity entity, XmlNode role) {
    return entity.entityId().toLowerCase(Locale.ROOT).contains("bankid")
        || role.all("md:Extensions/mdui:UIInfo/mdui:DisplayName").stream()
            .anyMatch(name -> name.text().toLowerCase(Locale.ROOT).contains("bankid"));
  }
}
