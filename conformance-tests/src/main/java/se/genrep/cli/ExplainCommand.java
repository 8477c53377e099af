package se.genrep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.genrep.input.BadInput;
import se.genrep.input.Suggestion;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Mutant;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Requirement;
import se.genrep.run.CaseRegistry;

/** {@code genrep explain}: what a case does, or what a requirement demands. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain a case or a requirement.")
final class ExplainCommand implements Callable<Integer> {

  /** Made when first used: every command line makes this object, and few write JSON with it. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The id of a case or of a requirement.")
  private String id;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    List<ConformanceCase> cases = CaseRegistry.all();
    Catalogue catalogue = Catalogue.load();
    Optional<ConformanceCase> found =
        cases.stream().filter(each -> each.id().equals(id)).findFirst();
    Optional<Requirement> requirement = catalogue.find(id);
    if (found.isPresent()) {
      print(json ? object(found.get()).toString() : Explanation.of(found.get(), catalogue));
    } else if (requirement.isPresent()) {
      print(
          json
              ? object(requirement.get(), cases).toString()
              : Explanation.of(requirement.get(), cases));
    } else {
      throw unknown(cases, catalogue);
    }
    return Genrep.CONFORMING;
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }

  private BadInput unknown(List<ConformanceCase> cases, Catalogue catalogue) {
    List<String> ids =
        Stream.concat(
                cases.stream().map(ConformanceCase::id),
                catalogue.all().stream().map(Requirement::id))
            .toList();
    return new BadInput(
        "",
        "there is no case and no requirement '" + id + "'",
        Suggestion.forId(id, ids)
            .orElse("'genrep list cases' and 'genrep list requirements' show all ids"));
  }

  private static ObjectNode object(ConformanceCase each) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    object.put("id", each.id()).put("title", each.title());
    object.put("role", each.stimulus().role().id());
    Listing.texts(object.putArray("requirements"), each.requirements());
    object.put("sent", Explanation.sent(each.stimulus()));
    Listing.texts(object.putArray("deviations"), each.stimulus().deviations());
    object.put("expected", each.expectation().sentence());
    Listing.texts(object.putArray("mutants"), each.mutants().stream().map(Mutant::title).toList());
    return object;
  }

  private static ObjectNode object(Requirement requirement, List<ConformanceCase> cases) {
    ObjectNode object = Listing.object(requirement, Listing.testing(requirement, cases));
    object.put("document", requirement.document()).put("section", requirement.section());
    object.put("text", requirement.text());
    object.put("condition", requirement.condition().orElse(null));
    object.put("how", requirement.how()).put("mutant", requirement.mutant());
    return object;
  }
}
