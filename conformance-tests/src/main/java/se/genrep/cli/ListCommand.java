package se.genrep.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.idp.IdpProfiles;
import se.genrep.model.ConformanceCase;
import se.genrep.model.SutRole;
import se.genrep.person.Cast;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Role;
import se.genrep.run.CaseRegistry;
import se.genrep.run.TestPlan;

/** {@code genrep list}: what there is, one a line, or as JSON. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List what there is: cases, plans, requirements, profiles, persons, deviations.")
final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      converter = WhatConverter.class,
      description = "cases, plans, requirements, profiles, persons or deviations")
  private What what;

  @Option(
      names = "--untested",
      description = "Of the requirements, only those that no case tests, each with the reason.")
  private boolean untested;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = RoleConverter.class,
      description = "Of the requirements, only those that bind the role, for instance sp or idp.")
  private Role role;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Override
  public Integer call() {
    if (untested && what != What.REQUIREMENTS) {
      throw new ParameterException(
          spec.commandLine(), "--untested goes with 'list requirements' only.");
    }
    if (role != null && what != What.REQUIREMENTS) {
      throw new ParameterException(
          spec.commandLine(), "--role goes with 'list requirements' only.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Listing listing = listing();
    if (json) {
      listing.printJson(out);
    } else {
      listing.print(out);
    }
    out.flush();
    if (listing.isEmpty()) {
      spec.commandLine().getErr().println("Nothing matched.");
      return Genrep.COULD_NOT_RUN;
    }
    return Genrep.CONFORMING;
  }

  private Listing listing() {
    return switch (what) {
      case CASES -> Listing.ofCases(CaseRegistry.all());
      case PLANS -> Listing.ofPlans(TestPlan.all());
      case REQUIREMENTS -> requirements();
      case PROFILES -> Listing.ofProfiles(IdpProfiles.load());
      case PERSONS -> Listing.ofPersons(Cast.load().all());
      case DEVIATIONS -> Listing.ofDeviations(DeviationLibrary.all());
    };
  }

  private Listing requirements() {
    Catalogue catalogue = Catalogue.load();
    return Listing.ofRequirements(
        role == null ? List.copyOf(catalogue.all()) : catalogue.byRole(role),
        cases(),
        each -> role == null ? each.notTested() : catalogue.notTested(each, role),
        untested);
  }

  /** Those of one suite, where the role has one: what binds all is tested for each by itself. */
  private List<ConformanceCase> cases() {
    return Arrays.stream(SutRole.values())
        .filter(suite -> role != null && suite.kinds().contains(role.name()))
        .findFirst()
        .map(CaseRegistry::of)
        .orElseGet(CaseRegistry::all);
  }

  /** Takes roles as the catalogue writes them. */
  static final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return Arrays.stream(Role.values())
          .filter(each -> Listing.word(each).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no role '"
                          + word
                          + "'; write "
                          + String.join(
                              ", ", Arrays.stream(Role.values()).map(Listing::word).toList())));
    }
  }

  /** What can be listed. */
  enum What {
    CASES,
    PLANS,
    REQUIREMENTS,
    PROFILES,
    PERSONS,
    DEVIATIONS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes the words in small letters only. */
  static final class WhatConverter implements ITypeConverter<What> {
    @Override
    public What convert(String word) {
      return Arrays.stream(What.values())
          .filter(each -> each.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no list of '"
                          + word
                          + "'; write "
                          + String.join(
                              ", ", Arrays.stream(What.values()).map(What::word).toList())));
    }
  }
}
