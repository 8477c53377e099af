package se.genrep.idp;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.genrep.deviation.Protection;
import se.genrep.idp.sap.Sad;
import se.genrep.registry.Attribute;

/** Makes the Signature Activation Data of an answer (DP 7.1.2, SAP 2.2). */
record SadGiver(IdpProfile profile, String entityId, Supplier<String> ids) {

  /** DP-7.1.2-04, SAP-2.2-03: what is given, with the SAD where one was asked for. */
  List<ReleasedAttribute> added(
      SignInRequest request,
      String context,
      List<ReleasedAttribute> given,
      Instant now,
      Protection protection) {
    if (request.sadRequest() == null) {
      return given;
    }
    ReleasedAttribute signer = AttributeRelease.signer(given).orElseThrow();
    Sad sad =
        new Sad(
            request.sadRequest(),
            entityId,
            ids.get(),
            signer.name(),
            signer.values().get(0),
            context,
            now,
            profile.assertionLifetime());
    String token = sad.signed(protection.signer(), protection.algorithm().signature());
    return Stream.concat(
            given.stream(),
            Stream.of(
                new ReleasedAttribute(
                    Attribute.SAD.oidName(), Attribute.SAD.friendlyName(), List.of(token))))
        .toList();
  }
}
