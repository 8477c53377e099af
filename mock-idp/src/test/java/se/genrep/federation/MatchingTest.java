package se.genrep.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.federation.Matching.Mismatch;
import se.genrep.federation.Matching.Rule;
import se.genrep.registry.EntityCategory;

/** The examples are those of the clauses EC 1.3 and 1.4, and of the former discovery document. */
class MatchingTest {

  private static final String LOA3 = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
  private static final String LOA4 = "http://id.elegnamnden.se/ec/1.0/loa4-pnr";
  private static final String MOBILE = "http://id.elegnamnden.se/sprop/1.0/mobile-auth";
  private static final String SCAL2 = "http://id.elegnamnden.se/sprop/1.0/scal2";
  private static final String CHOICE = "http://id.swedenconnect.se/contract/sc/eid-choice-2017";
  private static final String SYSTEM =
      "http://id.swedenconnect.se/contract/sc/eid-authorization-system";
  private static final String SIGNING = "http://id.elegnamnden.se/st/1.0/sigservice";
  private static final String BINDING =
      "http://id.swedenconnect.se/general-ec/1.0/secure-authenticator-binding";

  /** EC-1.3-01: at least one, not all. */
  @Test
  void oneServiceEntityCategoryInCommonIsEnough() {
    assertMatch(List.of(LOA3), List.of(LOA3, LOA4, MOBILE));
    assertMatch(List.of(LOA3, LOA4), List.of(LOA3));
    assertMismatch(
        Rule.SERVICE_ENTITY, List.of(LOA3), List.of(LOA4, MOBILE), List.of(LOA3), List.of(LOA4));
    assertMismatch(Rule.SERVICE_ENTITY, List.of(LOA3), List.of(MOBILE), List.of(LOA3), List.of());
  }

  /** EC-1.4-01 says "if and only if": whoever asks for nothing is shown nobody. */
  @Test
  void whoDeclaresNoServiceEntityCategoryMatchesNobody() {
    assertMismatch(Rule.NOTHING_ASKED, List.of(), List.of(LOA3), List.of(), List.of(LOA3));
    assertMismatch(Rule.NOTHING_ASKED, List.of(), List.of(), List.of(), List.of());
    assertMismatch(
        Rule.NOTHING_ASKED, List.of(SIGNING, BINDING), List.of(LOA3), List.of(), List.of(LOA3));
  }

  /** EC-1.3-02. */
  @Test
  void everyPropertyOfTheConsumerIsNeeded() {
    assertMatch(List.of(LOA3, MOBILE), List.of(LOA3, MOBILE));
    assertMatch(List.of(LOA3), List.of(LOA3, MOBILE, SCAL2));
    assertMismatch(
        Rule.SERVICE_PROPERTY, List.of(LOA3, MOBILE), List.of(LOA3), List.of(MOBILE), List.of());
    Mismatch half = Matching.judge(List.of(LOA3, MOBILE, SCAL2), List.of(LOA3, MOBILE)).get(0);
    assertEquals(List.of(MOBILE, SCAL2), half.asked());
    assertEquals(List.of(SCAL2), half.lacking());
  }

  /** EC-1.3-04. */
  @Test
  void aProviderWithContractsServesThoseThatHaveOneOfThem() {
    assertMatch(List.of(LOA3, SYSTEM), List.of(LOA3, CHOICE, SYSTEM));
    assertMatch(List.of(LOA3, CHOICE, SYSTEM), List.of(LOA3, SYSTEM));
    assertMismatch(
        Rule.SERVICE_CONTRACT,
        List.of(LOA3, CHOICE),
        List.of(LOA3, SYSTEM),
        List.of(CHOICE),
        List.of(SYSTEM));
    assertMismatch(
        Rule.SERVICE_CONTRACT, List.of(LOA3), List.of(LOA3, SYSTEM), List.of(), List.of(SYSTEM));
  }

  /** EC-1.3-04: "matches every consumer". */
  @Test
  void aProviderWithoutContractsServesAll() {
    assertMatch(List.of(LOA3), List.of(LOA3));
    assertMatch(List.of(LOA3, SYSTEM), List.of(LOA3));
  }

  /** EC-1.3-05. */
  @Test
  void typesAndGeneralCategoriesDoNotCount() {
    assertMatch(List.of(LOA3, SIGNING, BINDING), List.of(LOA3));
    assertMatch(List.of(LOA3), List.of(LOA3, SIGNING, BINDING));
    assertFalse(Matching.judge(List.of(SIGNING), List.of(SIGNING)).isEmpty());
  }

  /** EC-2-03: the operator or others may define more. */
  @Test
  void unknownCategoriesCountByTheirType() {
    String mine = "http://id.swedenconnect.se/ec/genrep/loa3-special";
    String contract = "http://id.swedenconnect.se/contract/genrep/bilateral";
    assertMatch(List.of(mine), List.of(mine));
    assertMatch(List.of(LOA3, mine), List.of(LOA3));
    assertMatch(List.of(LOA3, contract), List.of(LOA3, contract));
    assertEquals(
        Rule.SERVICE_CONTRACT,
        Matching.judge(List.of(LOA3), List.of(LOA3, contract)).get(0).rule());
    assertMatch(List.of(LOA3, "urn:whatever"), List.of(LOA3, "https://example.org/else"));
    assertEquals(mine, Matching.label(mine));
    assertEquals("loa3-pnr", Matching.label(LOA3));
  }

  @Test
  void everyRuleThatFailsIsTold() {
    List<Rule> failed =
        Matching.judge(List.of(LOA3, MOBILE), List.of(LOA4, SYSTEM)).stream()
            .map(Mismatch::rule)
            .toList();
    assertEquals(
        List.of(Rule.SERVICE_ENTITY, Rule.SERVICE_CONTRACT, Rule.SERVICE_PROPERTY), failed);
  }

  @Test
  void comparesExactly() {
    assertFalse(Matching.judge(List.of(LOA3 + "/"), List.of(LOA3)).isEmpty());
    assertFalse(Matching.judge(List.of(LOA3.replace("pnr", "PNR")), List.of(LOA3)).isEmpty());
  }

  /** All pairs of declarations over a few categories of every type, against the registry's rule. */
  @Test
  void agreesWithTheRegistryForEveryCombination() {
    List<String> some = List.of(LOA3, LOA4, MOBILE, SCAL2, SYSTEM, CHOICE, SIGNING);
    int matches = 0;
    for (int one = 0; one < 1 << some.size(); one++) {
      List<String> sp = subset(some, one);
      for (int other = 0; other < 1 << some.size(); other++) {
        List<String> idp = subset(some, other);
        boolean match = Matching.judge(sp, idp).isEmpty();
        assertEquals(EntityCategory.match(sp, idp), match, () -> sp + " and " + idp);
        matches += match ? 1 : 0;
      }
    }
    assertTrue(matches > 100, "the comparison compared nothing");
  }

  private static List<String> subset(List<String> all, int bits) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((bits >> i & 1) == 1) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  private static void assertMatch(List<String> sp, List<String> idp) {
    assertEquals(List.of(), Matching.judge(sp, idp));
  }

  private static void assertMismatch(
      Rule rule, List<String> sp, List<String> idp, List<String> asked, List<String> offered) {
    assertEquals(List.of(new Mismatch(rule, asked, offered)), Matching.judge(sp, idp));
  }
}
