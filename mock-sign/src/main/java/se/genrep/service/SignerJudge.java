package se.genrep.service;

import java.util.Optional;
import se.genrep.protocol.SamlAttribute;
import se.genrep.protocol.SignMessage;
import se.genrep.registry.Attribute;
import se.genrep.registry.SignStatusCode;

/** Whether who was authenticated is who is to sign, and has seen what (profile 2.1.3.3, DP 7.2). */
final class SignerJudge {

  private final Checks checks;

  SignerJudge(Checks checks) {
    this.checks = checks;
  }

  void judge(PendingSignature pending, Assertion assertion) throws SignError {
    for (SamlAttribute expected : pending.request().signer()) {
      checks.require(
          ServiceCheck.SIGNER,
          assertion
              .attribute(expected.name())
              .filter(known -> known.values().containsAll(expected.values()))
              .isPresent(),
          SignError.of(
              SignStatusCode.USER_MISMATCH,
              "The attribute "
                  + name(expected)
                  + " of the signer is not what the request says (implementation profile 2.1.3.3)"));
    }
    if (pending.request().message().isPresent()) {
      message(pending.request().message().get(), assertion);
    }
  }

  private static String name(SamlAttribute attribute) {
    return Attribute.of(attribute.name()).map(Attribute::friendlyName).orElse(attribute.name());
  }

  /** DP 7.2: the digest says that the message was shown and accepted. */
  private void message(SignMessage message, Assertion assertion) throws SignError {
    Optional<String> digest = assertion.value(Attribute.SIGN_MESSAGE_DIGEST);
    checks.require(
        ServiceCheck.MESSAGE_SHOWN,
        digest.isPresent() ? message.isDigestedBy(digest.get()) : !message.mustShow(),
        SignError.of(
            SignStatusCode.SIGMESSAGE_ERROR,
            digest.isPresent()
                ? "The identity provider showed another message than the one of the request"
                : "The identity provider does not say that the message was shown"));
  }
}
