package se.genrep.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.genrep.http.MockFederation;
import se.genrep.idp.IdpProfile;
import se.genrep.idp.IdpProfiles;
import se.genrep.input.BadInput;
import se.genrep.model.CaseResult;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.model.Verdict;
import se.genrep.reference.Check;
import se.genrep.reference.MetadataHabit;
import se.genrep.reference.RequestHabit;
import se.genrep.reference.Setup;
import se.genrep.reference.Variant;
import se.genrep.run.CaseRegistry;
import se.genrep.sut.ThroughLogins;

/** Every case passes on a service provider that conforms, and none is skipped everywhere. */
class SelfConformanceTest {

  /** Those with habits send and declare, rightly, what the others do not. */
  private static final List<Variant> WITH_HABITS =
      List.of(
          Variant.with(
              RequestHabit.POSTS,
              RequestHabit.NAMES_ATTRIBUTE_SERVICE,
              RequestHabit.HAS_MESSAGE,
              MetadataHabit.TWO_ATTRIBUTE_SERVICES),
          Variant.with(RequestHabit.NAMES_PERSON),
          Variant.with(RequestHabit.NAMES_COUNTRY));

  /** It does what DP 6.1 only advises against, and keeps the rules that then hold. */
  private static final Variant TAKING_WHAT_NOBODY_ASKED_FOR =
      Variant.without(Check.SOLICITED, Check.IN_RESPONSE_TO, Check.CONFIRMATION_IN_RESPONSE_TO);

  private static final Variant WITH_A_PROPERTY = Variant.with(MetadataHabit.MOBILE_AT_LEVEL_4);

  /** What one identity provider's answers did to one service provider. */
  private record Run(String profile, Variant variant, List<CaseResult> results) {
    String name() {
      return profile
          + (variant.optedIn() ? "" : ", not opted in")
          + (variant.habits().isEmpty() ? "" : ", with " + variant.habits());
    }
  }

  @TestFactory
  Stream<DynamicTest> theConformingReferencePasses() {
    List<Run> runs =
        forPeopleWithASwedishNumber().stream()
            .parallel()
            .flatMap(profile -> runs(profile).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    runs.add(withDoors());
    List<CaseResult> all = runs.stream().flatMap(run -> run.results().stream()).toList();
    Stream<DynamicTest> each =
        runs.stream()
            .flatMap(
                run ->
                    run.results().stream()
                        .map(
                            result ->
                                DynamicTest.dynamicTest(
                                    result.conformanceCase().id() + " with " + run.name(),
                                    () -> passesOrIsSkipped(result))));
    return Stream.concat(
        each,
        Stream.of(DynamicTest.dynamicTest("every case passed somewhere", () -> allPassed(all))));
  }

  /** All cases with every profile, since signatures, levels and attributes differ. */
  private static List<Run> runs(String profile) {
    try (Rehearsal rehearsal = new Rehearsal(profile)) {
      List<Run> runs = new ArrayList<>();
      Variant usual = Variant.conforming();
      runs.add(new Run(profile, usual, rehearsal.judge(usual)));
      Variant notOptedIn = usual.notOptedIn();
      runs.add(new Run(profile, notOptedIn, rehearsal.inLanes(4).judge(notOptedIn)));
      rehearsal.inLanes(1);
      runs.add(
          new Run(
              profile,
              TAKING_WHAT_NOBODY_ASKED_FOR,
              rehearsal.judge(
                  TAKING_WHAT_NOBODY_ASKED_FOR,
                  List.of(CaseRegistry.find("saml/sp/unsolicited-twice").orElseThrow()))));
      runs.add(
          new Run(
              profile,
              WITH_A_PROPERTY,
              rehearsal.judge(
                  WITH_A_PROPERTY,
                  List.of(CaseRegistry.find("saml/sp/discovery-property").orElseThrow()))));
      for (Variant variant : WITH_HABITS) {
        // A proxy leads to no country, and says so.
        if (!profile.equals("proxy") || !variant.has(RequestHabit.NAMES_COUNTRY)) {
          runs.add(new Run(profile, variant, rehearsal.judge(variant, watching())));
        }
      }
      return runs;
    }
  }

  /** With every kind of sign-in, the cases that go through them or look at what they ask for. */
  private static Run withDoors() {
    try (Rehearsal rehearsal = new Rehearsal(Rehearsal.SUPPLIER).withDoors()) {
      List<ConformanceCase> cases =
          CaseRegistry.all().stream()
              .filter(
                  each ->
                      each.stimulus() instanceof ThroughLogins
                          || each.id().startsWith("saml/sp/request-levels-")
                          || each.id().equals("saml/sp/sign-in-by-phone"))
              .toList();
      Variant usual = Variant.with(MetadataHabit.MANY_CATEGORIES, MetadataHabit.MOBILE_AUTH);
      return new Run("all its sign-ins", usual, rehearsal.judge(usual, cases));
    }
  }

  private static List<ConformanceCase> watching() {
    return CaseRegistry.of(SutRole.SP).stream().filter(each -> each.stimulus().watches()).toList();
  }

  private static List<String> forPeopleWithASwedishNumber() {
    List<String> profiles =
        IdpProfiles.load().stream()
            .filter(profile -> !profile.isEidasConnector())
            .map(IdpProfile::id)
            .toList();
    assertTrue(profiles.size() >= 7, profiles::toString);
    return profiles;
  }

  /** The cases are about people with a Swedish number, and so is the reference. */
  @Test
  void theEidasConnectorIsDeclinedWithAReason() {
    try (MockFederation federation = MockFederation.start(MockFederation.options())) {
      String connector = federation.idp("eidas-connector").entityId();
      BadInput declined =
          assertThrows(
              BadInput.class,
              () ->
                  Setup.of(
                      federation.federation(), federation.pki(), connector, Clock.systemUTC()));
      assertTrue(declined.problem().contains("Swedish number"), declined.getMessage());
    }
  }

  private static void passesOrIsSkipped(CaseResult result) {
    assertTrue(
        result.verdict().isFine(),
        () -> result.verdict() + " " + result.reason() + result.findings());
  }

  private static void allPassed(List<CaseResult> results) {
    Set<String> passed =
        results.stream()
            .filter(result -> result.verdict() == Verdict.PASS)
            .map(result -> result.conformanceCase().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        CaseRegistry.of(SutRole.SP).stream()
            .map(ConformanceCase::id)
            .collect(Collectors.toCollection(TreeSet::new)),
        passed);
    assertTrue(passed.size() >= 40, "only " + passed.size());
  }
}
