package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.sut.Watch.requestsWhere;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Variant;
import se.genrep.registry.Algorithm;
import se.genrep.saml.XmlVerifier;
import se.genrep.saml.XmlVerifier.InvalidSignature;
import se.genrep.sut.SeenRequest;

/** DP 5.2 and 8: how requests are signed. */
final class RequestSignatureCases {

  /** Below the 8 kB that servers commonly take as the first line of a request. */
  private static final int LONGEST_QUERY = 8000;

  private static final Set<String> MANDATORY =
      Set.of(Algorithm.RSA_SHA256.uri(), Algorithm.ECDSA_SHA256.uri(), Algorithm.SHA256.uri());

  static final ConformanceCase PROMISED =
      conformanceCase("saml/sp/request-signed-as-promised")
          .title("signs its requests when its metadata says so")
          .requirement("DP-2.1.2-06")
          .stimulus(
              requestsWhere(
                  request -> request.sender().sp().authnRequestsSigned(),
                  "its metadata does not say AuthnRequestsSigned",
                  RequestSignatureCases::unsigned))
          .expect(KEPT)
          .mutant("sends them unsigned", () -> Variant.with(RequestHabit.UNSIGNED))
          .build();

  static final ConformanceCase IN_THE_QUERY =
      conformanceCase("saml/sp/request-signed-in-query")
          .title("signs the query of requests by HTTP-Redirect")
          .requirement("DP-5.2-16")
          .stimulus(
              requestsWhere(
                  request -> request.inbound().redirect() && isSigned(request),
                  "it sends no signed requests by HTTP-Redirect",
                  RequestSignatureCases::query))
          .expect(KEPT)
          .mutant("signs inside the XML", () -> Variant.with(RequestHabit.SIGNED_INSIDE))
          .build();

  static final ConformanceCase ENVELOPED =
      conformanceCase("saml/sp/request-signed-inside")
          .title("signs requests by HTTP-POST inside the message")
          .requirement("DP-5.2-17")
          .stimulus(
              requestsWhere(
                  request ->
                      !request.inbound().redirect()
                          && (isSigned(request) || request.sender().sp().authnRequestsSigned()),
                  "it sends no signed requests by HTTP-POST",
                  RequestSignatureCases::enveloped))
          .expect(KEPT)
          .mutant("posts them without signature", () -> Variant.with(RequestHabit.POSTS_UNSIGNED))
          .build();

  static final ConformanceCase ALGORITHM =
      conformanceCase("saml/sp/request-signature-algorithm")
          .title("signs by a mandatory algorithm or one that is declared")
          .requirement("DP-8-07", "DP-5.2-18", "DP-5.2-19")
          .stimulus(
              requestsWhere(
                  RequestSignatureCases::isSigned,
                  "it sends no signed requests",
                  RequestSignatureCases::algorithms))
          .expect(KEPT)
          .mutant("signs by another", () -> Variant.with(RequestHabit.UNUSUAL_ALGORITHM))
          .build();

  static final ConformanceCase LARGE =
      conformanceCase("saml/sp/request-large")
          .title("posts requests that are too large for an address")
          .requirement("DP-5.2-20")
          .stimulus(
              requestsWhere(
                  request -> request.inbound().redirect(),
                  "it posts all its requests",
                  RequestSignatureCases::length))
          .expect(KEPT)
          .mutant("sends 10 kB by HTTP-Redirect", () -> Variant.with(RequestHabit.LARGE))
          .build();

  private RequestSignatureCases() {}

  private static boolean isSigned(SeenRequest request) {
    return request.inbound().querySignature().isPresent()
        || request.xml().filter(XmlVerifier::isSigned).isPresent();
  }

  private static Optional<String> unsigned(SeenRequest request) {
    return isSigned(request)
        ? Optional.empty()
        : Optional.of("is not signed, but the metadata says AuthnRequestsSigned");
  }

  private static Optional<String> query(SeenRequest request) {
    if (request.xml().filter(XmlVerifier::isSigned).isPresent()) {
      return Optional.of("came by HTTP-Redirect and has a ds:Signature inside the XML");
    }
    return request
        .inbound()
        .querySignature()
        .filter(
            signature ->
                keys(request).stream().noneMatch(k -> signature.verifies(k.getPublicKey())))
        .map(signature -> "has a query whose signature no signing key of the metadata verifies");
  }

  private static Optional<String> enveloped(SeenRequest request) {
    if (request.xml().filter(XmlVerifier::isSigned).isEmpty()) {
      return Optional.of("came by HTTP-POST and has no ds:Signature inside");
    }
    try {
      String method = XmlVerifier.methods(request.xml().get()).signature();
      String kind = method.contains("#ecdsa-") ? "EC" : "RSA";
      XmlVerifier.verify(
          request.xml().get(),
          keys(request).stream()
              .filter(key -> key.getPublicKey().getAlgorithm().equals(kind))
              .toList());
      return Optional.empty();
    } catch (InvalidSignature e) {
      return Optional.of("has a signature that cannot be relied on: " + e.getMessage());
    }
  }

  private static List<X509Certificate> keys(SeenRequest request) {
    return request.sender().sp().keys().signing();
  }

  private static Optional<String> algorithms(SeenRequest request) {
    Set<String> used = new HashSet<>();
    request.inbound().querySignature().ifPresent(signature -> used.add(signature.algorithm()));
    request
        .xml()
        .filter(XmlVerifier::isSigned)
        .map(XmlVerifier::methods)
        .ifPresent(
            methods -> {
              used.add(methods.signature());
              used.addAll(methods.digests());
            });
    used.removeAll(MANDATORY);
    request
        .receiver()
        .identityProvider()
        .ifPresent(
            idp -> {
              used.removeAll(idp.algorithms().signing());
              used.removeAll(idp.algorithms().digest());
            });
    return used.stream()
        .findFirst()
        .map(
            uri ->
                "is signed by "
                    + uri
                    + ", which is not mandatory and which "
                    + request.receiver().entityId()
                    + " does not declare");
  }

  private static Optional<String> length(SeenRequest request) {
    int length =
        request
            .inbound()
            .querySignature()
            .map(signature -> signature.signed().length + signature.value().length * 4 / 3)
            .orElse(0);
    return length > LONGEST_QUERY
        ? Optional.of("has a query of " + length + " characters by HTTP-Redirect")
        : Optional.empty();
  }
}
