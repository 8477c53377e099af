package se.genrep.sut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.genrep.federation.EntityMetadata;
import se.genrep.model.Outcome;
import se.genrep.reference.TesterAnswer;
import se.genrep.reference.TesterSps;
import se.genrep.registry.Attribute;
import se.genrep.sut.PageRule.Kind;

/**
 * What came of a request: the pages that were seen, and the answer if there was one.
 *
 * @param idp what the identity provider publishes
 * @param sent the request
 * @param person who was at the pages
 * @param pages in the order in which they were seen
 * @param answer what the tester got; empty when no answer came
 * @param stuck what could not be done at a page; empty when all could
 */
public record Visit(
    EntityMetadata idp,
    TesterSps.Sent sent,
    DeclaredPerson person,
    List<SeenPage> pages,
    Optional<TesterAnswer> answer,
    Optional<String> stuck) {

  public Visit {
    pages = List.copyOf(pages);
  }

  public boolean saw(Kind kind) {
    return pages.stream().anyMatch(page -> page.kind() == kind);
  }

  public List<SeenPage> pages(Kind kind) {
    return pages.stream().filter(page -> page.kind() == kind).toList();
  }

  /** Whether the answer is a success with an assertion. */
  public boolean gaveAssertion() {
    return answer.filter(each -> each.success() && each.assertion().isPresent()).isPresent();
  }

  /** Whether all that the assertion says of the person is right. */
  public boolean recognised() {
    return outcome() instanceof Outcome.Accepted accepted && accepted.subject().equals(person.id());
  }

  /** Where it ended, for explanations. */
  public String end() {
    if (pages.isEmpty()) {
      return "no page";
    }
    SeenPage last = pages.get(pages.size() - 1);
    return last.uri() + " with status " + last.status() + Html.excerpt(last.html());
  }

  /** Who the tester believes is signed in. */
  public Outcome outcome() {
    if (answer.isPresent()) {
      return answered(answer.get());
    }
    if (stuck.isPresent()) {
      return new Outcome.NotDelivered(stuck.get());
    }
    if (pages.isEmpty()) {
      return new Outcome.NotDelivered("no page was seen");
    }
    SeenPage last = pages.get(pages.size() - 1);
    if (last.status() >= 500) {
      return new Outcome.Error("status " + last.status() + Html.excerpt(last.html()));
    }
    return new Outcome.Refused("a page: " + end());
  }

  private Outcome answered(TesterAnswer got) {
    if (got.response().isEmpty()) {
      return new Outcome.Error(got.name() + " " + got.problem().orElse("cannot be read"));
    }
    if (!got.success()) {
      return new Outcome.Refused("the status " + got.statusInWords());
    }
    if (got.assertion().isEmpty()) {
      return new Outcome.Error(
          got.name() + " says Success and " + got.problem().orElse("has no assertion"));
    }
    return new Outcome.Accepted(subject(got));
  }

  /** The person, if all that is said of them is right; otherwise what is wrong. */
  private String subject(TesterAnswer got) {
    boolean recognised = false;
    for (Map.Entry<Attribute, List<String>> known : person.attributes().entrySet()) {
      List<String> said = got.values(known.getKey());
      if (!known.getKey().identity() || said.isEmpty()) {
        continue;
      }
      if (!known.getValue().containsAll(said)) {
        return "somebody whose " + known.getKey().friendlyName() + " is " + String.join(", ", said);
      }
      recognised = true;
    }
    return recognised ? person.id() : "somebody of whom nothing is said that SUT.yaml declares";
  }
}
