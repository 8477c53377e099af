package se.genrep.reference;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.MetadataReader;
import se.genrep.input.BadInput;
import se.genrep.reference.Variant.Habit;

/**
 * Calls at every identity provider before a sign-in with one of them: what makes a service no
 * better than the worst of them. Only a variant with a habit of {@link OutageHabit} does it.
 */
final class RollCall {

  /** Much longer than a call inside one machine takes, however busy it is. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Set<OutageHabit> CALLING =
      Set.of(
          OutageHabit.NEEDS_ALL_CONNECTED,
          OutageHabit.NEEDS_ALL_AT_ONCE,
          OutageHabit.NEEDS_ALL_WELL,
          OutageHabit.NEEDS_ALL_READABLE,
          OutageHabit.NEEDS_ALL_CERTIFICATES);

  private final Policy policy;

  RollCall(Policy policy) {
    this.policy = policy;
  }

  /** Whether the variant goes on: one without such a habit always does. */
  boolean goesOn() {
    if (CALLING.stream().noneMatch(policy.variant()::has)) {
      return true;
    }
    return policy.setup().members().stream()
        .filter(member -> member.identityProvider().isPresent())
        .flatMap(idp -> troubleOf(idp).stream())
        .noneMatch(policy.variant()::has);
  }

  /** The habit that minds what is wrong with the identity provider; empty when nothing is. */
  private Optional<Habit> troubleOf(EntityMetadata idp) {
    HttpRequest call =
        HttpRequest.newBuilder(URI.create(idp.entityId() + "/metadata")).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> answer = CLIENT.send(call, BodyHandlers.ofByteArray());
      return answer.statusCode() >= 500
          ? Optional.of(OutageHabit.NEEDS_ALL_WELL)
          : troubleWith(idp.entityId(), answer.body());
    } catch (HttpTimeoutException e) {
      return Optional.of(OutageHabit.NEEDS_ALL_AT_ONCE);
    } catch (IOException e) {
      return Optional.of(OutageHabit.NEEDS_ALL_CONNECTED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(OutageHabit.NEEDS_ALL_CONNECTED);
    }
  }

  private Optional<Habit> troubleWith(String name, byte[] metadata) {
    try {
      Instant now = policy.now();
      return MetadataReader.read(name, metadata, now).entities().stream()
              .flatMap(Setup::signingCertificates)
              .map(X509Certificate::getNotAfter)
              .anyMatch(end -> end.toInstant().isBefore(now))
          ? Optional.of(OutageHabit.NEEDS_ALL_CERTIFICATES)
          : Optional.empty();
    } catch (BadInput e) {
      return Optional.of(OutageHabit.NEEDS_ALL_READABLE);
    }
  }
}
