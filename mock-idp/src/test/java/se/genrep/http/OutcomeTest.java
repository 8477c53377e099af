package se.genrep.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.genrep.registry.StatusCode;

class OutcomeTest {

  /** Of other protocols of SAML: logout, queries, and artifacts. */
  private static final Set<StatusCode> NEVER_OF_AN_AUTHENTICATION =
      EnumSet.of(
          StatusCode.PARTIAL_LOGOUT,
          StatusCode.RESOURCE_NOT_RECOGNIZED,
          StatusCode.TOO_MANY_RESPONSES,
          StatusCode.UNKNOWN_ATTR_PROFILE);

  /** DP-6.4-02, DP-6.4-03. */
  @Test
  void everyStatusOfAnAuthenticationCanBeChosenOnThePage() {
    Set<StatusCode> top = EnumSet.noneOf(StatusCode.class);
    Set<StatusCode> second = EnumSet.copyOf(NEVER_OF_AN_AUTHENTICATION);
    for (Outcome outcome : Outcome.values()) {
      outcome.topStatus().ifPresent(top::add);
      outcome.secondStatus().ifPresent(second::add);
    }

    assertEquals(
        EnumSet.of(StatusCode.REQUESTER, StatusCode.RESPONDER, StatusCode.VERSION_MISMATCH), top);
    EnumSet<StatusCode> all = EnumSet.noneOf(StatusCode.class);
    Arrays.stream(StatusCode.values()).filter(StatusCode::secondLevel).forEach(all::add);
    assertEquals(all, second);
  }

  @Test
  void idsAreToldApart() {
    Set<String> ids = new HashSet<>();
    for (Outcome outcome : Outcome.values()) {
      assertTrue(ids.add(outcome.id()), outcome.id());
      assertEquals(outcome, Outcome.of(outcome.id()).orElseThrow());
    }
  }
}
