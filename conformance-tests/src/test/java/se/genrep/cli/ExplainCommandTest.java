package se.genrep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Expectation;
import se.genrep.model.Mutant;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.SignIn;

/** {@code genrep explain}: what a case does, what a requirement demands. */
class ExplainCommandTest {

  private static final ConformanceCase CASE = CaseRegistry.all().get(0);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Genrep.run(new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), arguments);
  }

  private static String joined(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void aCaseIsExplainedWithItsRequirementsAndMutants() {
    assertEquals(0, run("explain", CASE.id()), err::toString);

    String text = joined(out.toString());
    assertTrue(text.startsWith(CASE.id() + " The system " + CASE.title() + "."), text);
    for (String id : CASE.requirements()) {
      Requirement requirement = Catalogue.load().get(id);
      assertTrue(text.contains(joined(requirement.text())), text);
      assertTrue(text.contains(joined(requirement.source())), text);
    }
    for (Mutant mutant : CASE.mutants()) {
      assertTrue(text.contains(mutant.title()), text);
    }
    assertTrue(text.endsWith("genrep test SUT.yaml --case " + CASE.id() + " "), text);
  }

  @Test
  void everyCaseAndRequirementCanBeExplained() {
    for (ConformanceCase each : CaseRegistry.all()) {
      assertTrue(Explanation.of(each, Catalogue.load()).contains(each.title()));
    }
    for (Requirement each : Catalogue.load().all()) {
      String text = Explanation.of(each, CaseRegistry.all());
      assertTrue(joined(text).contains(joined(each.how())), each.id());
      assertTrue(text.contains("Tested by") != text.contains("Not tested"), each.id());
    }
  }

  @Test
  void whatIsSentNamesPersonDeviationAndDelivery() {
    Deviation deviation = DeviationLibrary.all().get(0);

    assertEquals(
        "A person with a personnummer signs in. The identity provider "
            + deviation.title()
            + " ("
            + deviation.id()
            + ").",
        Explanation.sent(SignIn.signIn().answeredWith(deviation)));
    assertEquals(
        "A person with a samordningsnummer signs in. The answer is brought by a browser that has"
            + " asked for nothing. The answer itself is good.",
        Explanation.sent(
            SignIn.signIn().as(SignIn.Who.SAMORDNINGSNUMMER).delivered(SignIn.Delivery.UNASKED)));
    assertTrue(
        Explanation.sent(SignIn.signIn().forgedWith(deviation))
            .startsWith("A person with a personnummer signs in; a forged part"));
  }

  @Test
  void theVerdictOfABreachFollowsFromTheLevel() {
    String must = Explanation.of(withRequirement("DP-6.3.2-02"), Catalogue.load());
    String should =
        Explanation.of(
            withRequirement(
                Catalogue.load().all().stream()
                    .filter(each -> each.level() == se.genrep.requirement.Level.SHOULD_NOT)
                    .findFirst()
                    .orElseThrow()
                    .id()),
            Catalogue.load());

    assertTrue(must.contains("Anything else is FAIL, since DP-6.3.2-02 is a MUST;"), must);
    assertTrue(should.contains("Anything else is WARN"), should);
  }

  private static ConformanceCase withRequirement(String id) {
    return ConformanceCase.conformanceCase("saml/sp/x")
        .title("does x")
        .requirement(id)
        .stimulus(SignIn.signIn())
        .expect(Expectation.ACCEPTED)
        .mutant("does not", () -> "x")
        .build();
  }

  @Test
  void aRequirementIsExplainedWithClauseAndMethod() {
    assertEquals(0, run("explain", "DP-6.3.2-02"), err::toString);

    List<String> lines = out.toString().lines().toList();
    assertEquals("DP-6.3.2-02", lines.get(0));
    assertTrue(lines.contains("Level       MUST"), out.toString());
    assertTrue(lines.contains("Binds       sp"), out.toString());
    assertTrue(out.toString().contains("6.3.2 Subject Confirmation"), out.toString());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 96), out.toString());
  }

  @Test
  void jsonHasTheSame() throws IOException {
    assertEquals(0, run("explain", "DP-6.3.2-02", "--json"));
    JsonNode requirement = new ObjectMapper().readTree(out.toString());
    assertEquals(Catalogue.load().get("DP-6.3.2-02").text(), requirement.get("text").asText());

    out.getBuffer().setLength(0);
    assertEquals(0, run("explain", CASE.id(), "--json"));
    JsonNode found = new ObjectMapper().readTree(out.toString());
    assertEquals(CASE.title(), found.get("title").asText());
    assertEquals(CASE.expectation().sentence(), found.get("expected").asText());
    assertEquals(CASE.mutants().size(), found.get("mutants").size());
  }

  @Test
  void anUnknownIdGetsSuggestionsOfBothKinds() {
    assertEquals(2, run("explain", "DP-6.3.2-0"));
    assertEquals(2, run("explain", CASE.id() + "x"));
    assertEquals(2, run("explain", "xyzzy"));

    List<String> lines = err.toString().lines().toList();
    assertEquals(3, lines.size(), err.toString());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "there is no case and no requirement 'DP-6.3.2-0'. Perhaps you mean DP-6.3.2-0"),
        lines.get(0));
    assertTrue(lines.get(1).contains("Perhaps you mean " + CASE.id()), lines.get(1));
    assertTrue(lines.get(2).contains("'genrep list cases'"), lines.get(2));
    assertEquals("", out.toString());
  }
}
