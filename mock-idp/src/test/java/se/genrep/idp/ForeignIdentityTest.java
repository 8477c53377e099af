package se.genrep.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.genrep.deviation.Deviations;
import se.genrep.federation.SpMetadata;
import se.genrep.person.TestPerson;
import se.genrep.registry.Attribute;
import se.genrep.registry.IdentityBindingProcess;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.ServiceEntityCategory;

/** ATTR 3.3.1, 3.3.2: what the eIDAS connector says of a foreign identity, to the letter. */
class ForeignIdentityTest {

  private static final String NF_SUB = LevelOfAssurance.EIDAS_NF_SUB.uri();

  private final Setting connector =
      new Setting("eidas-connector")
          .with(
              SpMetadata.usual(Setting.SP_KEY)
                  .categories(ServiceEntityCategory.EIDAS_NATURALPERSON.uri()));

  /** REG-3.1.9.3-01, ATTR-3.3.2-03, IB-2.2-04: the processes by which this person was bound. */
  @ParameterizedTest
  @CsvSource({
    "eidas-mapped-personnummer, POPULATION_REGISTER",
    "eidas-mapped-samordningsnummer, SWEDISH_EID",
    "eidas-two-bindings, POPULATION_REGISTER SWEDISH_EID"
  })
  void theBindingIsOneTextOfTheProcessesUsed(String person, String processes) {
    // One value of each attribute, or it cannot be opened.
    String binding = signIn(person).attributes().get("personalIdentityNumberBinding");
    assertEquals(
        Arrays.stream(processes.split(" ")).map(IdentityBindingProcess::valueOf).toList(),
        Arrays.stream(binding.split(";", -1))
            .map(uri -> IdentityBindingProcess.of(uri).orElseThrow())
            .toList());
  }

  @Test
  void whoIsNotBoundHasNoBinding() {
    assertFalse(signIn("eidas-prid").attributes().containsKey("personalIdentityNumberBinding"));
  }

  /** EIDAS-2.1-07: eight at least, hyphens apart. */
  @Test
  void aPridIsNotAllHyphens() {
    List<TestPerson> foreign =
        People.CAST.all().stream()
            .filter(person -> person.canUse(LevelOfAssurance.EIDAS_NF_SUB))
            .toList();
    assertTrue(foreign.size() > 5, foreign::toString);
    for (TestPerson person : foreign) {
      if (connector.idp.candidate(request(), person.id()).isPresent()) {
        String prid = signIn(person.id()).attributes().get("prid");
        assertTrue(prid.substring("XX:".length()).replace("-", "").length() >= 8, prid);
        assertEquals(Optional.of(prid), person.value(Attribute.PRID));
      }
    }
  }

  private SignInRequest request() {
    return connector.accept(
        connector.request().contexts(NF_SUB).postedSigned(connector.post(), Setting.SP_KEY));
  }

  private Opened signIn(String person) {
    TestPerson who = People.CAST.person(person);
    return Opened.with(
        Setting.SP_KEY,
        connector.idp.answer(
            request(), new Decision.SignIn(who, NF_SUB), "192.0.2.1", Deviations.NONE, who));
  }
}
