package se.genrep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.genrep.deviation.Deviation;
import se.genrep.idp.IdpProfile;
import se.genrep.model.ConformanceCase;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.requirement.Requirement;
import se.genrep.run.CaseGlob;
import se.genrep.run.TestPlan;

/**
 * A list to print: for people in columns, of which the last is not padded; for programs as an array
 * of objects, one a line.
 */
final class Listing {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One long name must not push the next column off the screen of everybody. */
  private static final int WIDEST_COLUMN = 40;

  private static final String NO_REASON = "no reason is written";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<ObjectNode> objects = new ArrayList<>();

  private Listing() {}

  static Listing ofCases(List<ConformanceCase> cases) {
    Listing listing = new Listing();
    for (ConformanceCase each : cases) {
      ObjectNode object = listing.add(each.id(), each.title());
      object.put("role", each.stimulus().role().id());
      texts(object.putArray("requirements"), each.requirements());
    }
    return listing;
  }

  static Listing ofPlans(List<TestPlan> plans) {
    Listing listing = new Listing();
    for (TestPlan each : plans) {
      ObjectNode object = listing.add(each.id(), each.title());
      object.put("role", each.role().id());
      texts(object.putArray("cases"), each.cases().stream().map(CaseGlob::text).toList());
    }
    return listing;
  }

  /**
   * @param reason why a requirement without a case is not tested
   */
  static Listing ofRequirements(
      List<Requirement> requirements,
      List<ConformanceCase> cases,
      Function<Requirement, Optional<String>> reason,
      boolean untestedOnly) {
    Listing listing = new Listing();
    for (Requirement each : requirements) {
      List<String> testing = testing(each, cases);
      if (untestedOnly && !testing.isEmpty()) {
        continue;
      }
      listing.rows.add(
          List.of(
              each.id(),
              word(each.level()),
              String.join(",", roles(each)),
              testing.isEmpty()
                  ? "not tested: " + reason.apply(each).orElse(NO_REASON)
                  : String.join(" ", testing)));
      listing.objects.add(object(each, testing, reason));
    }
    return listing;
  }

  static Listing ofProfiles(List<IdpProfile> profiles) {
    Listing listing = new Listing();
    for (IdpProfile each : profiles) {
      ObjectNode object = listing.add(each.id(), each.displayName().get("en"));
      texts(object.putArray("levels"), each.levels().stream().map(LevelOfAssurance::uri).toList());
    }
    return listing;
  }

  static Listing ofPersons(List<TestPerson> persons) {
    Listing listing = new Listing();
    for (TestPerson each : persons) {
      String number = each.number().orElse("no number");
      listing.rows.add(List.of(each.id(), number, each.name(), each.reason().en()));
      ObjectNode object = JSON.createObjectNode();
      object.put("id", each.id()).put("title", each.reason().en()).put("name", each.name());
      object.put("number", each.number().orElse(null));
      listing.objects.add(object);
    }
    return listing;
  }

  static Listing ofDeviations(List<Deviation> deviations) {
    Listing listing = new Listing();
    deviations.forEach(each -> listing.add(each.id(), each.title()));
    return listing;
  }

  /** A requirement as programs read it (docs/design.md 7). */
  static ObjectNode object(Requirement requirement, List<String> testing) {
    return object(requirement, testing, Requirement::notTested);
  }

  private static ObjectNode object(
      Requirement requirement,
      List<String> testing,
      Function<Requirement, Optional<String>> reason) {
    ObjectNode object = JSON.createObjectNode();
    object.put("id", requirement.id()).put("level", requirement.level().name());
    texts(object.putArray("roles"), roles(requirement));
    object.put("observable", word(requirement.observable()));
    texts(object.putArray("cases"), testing);
    object.put("notTested", testing.isEmpty() ? reason.apply(requirement).orElse(null) : null);
    return object;
  }

  /** The ids of the cases that test a requirement. */
  static List<String> testing(Requirement requirement, List<ConformanceCase> cases) {
    return cases.stream()
        .filter(each -> each.requirements().contains(requirement.id()))
        .map(ConformanceCase::id)
        .toList();
  }

  static String whyNot(Requirement requirement) {
    return requirement.notTested().orElse(NO_REASON);
  }

  static List<String> roles(Requirement requirement) {
    return requirement.roles().stream().map(Listing::word).toList();
  }

  /** As written in the catalogue: {@code not-observable}; levels keep their capitals. */
  static String word(Enum<?> constant) {
    return constant instanceof se.genrep.requirement.Level
        ? constant.name().replace('_', ' ')
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private ObjectNode add(String id, String title) {
    rows.add(List.of(id, title));
    ObjectNode object = JSON.createObjectNode().put("id", id).put("title", title);
    objects.add(object);
    return object;
  }

  static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  void printJson(PrintWriter out) {
    out.println(
        objects.isEmpty()
            ? "[]"
            : objects.stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",\n", "[", "]")));
  }

  void print(PrintWriter out) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = Math.min(WIDEST_COLUMN, width(row.get(column)));
        if (column == widths.size()) {
          widths.add(width);
        } else {
          widths.set(column, Math.max(widths.get(column), width));
        }
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String text = row.get(column);
        line.append(text);
        if (column < row.size() - 1) {
          line.append(" ".repeat(Math.max(0, widths.get(column) - width(text)) + 2));
        }
      }
      out.println(line);
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
