package se.genrep.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.http.Guest;
import se.genrep.input.BadInput;
import se.genrep.input.Suggestion;
import se.genrep.input.YamlNode;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.service.SignInstruction.Outcome;
import se.genrep.service.deviation.SignDeviations;

/** What was arranged for the next sign requests, each used once. Thread-safe. */
final class SignSwitchboard implements Guest.Steering, MockSign.Instructions {

  /** The outcome that is no failure. */
  static final String SIGN = "sign";

  /** More are refused: they were forgotten rather than meant. */
  private static final int MOST_WAITING = 1_000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Supplier<Cast> cast;
  private final List<SignInstruction> next = new ArrayList<>();

  SignSwitchboard(Supplier<Cast> cast) {
    this.cast = cast;
  }

  @Override
  public synchronized SignInstruction take(String requester) {
    for (Iterator<SignInstruction> waiting = next.iterator(); waiting.hasNext(); ) {
      SignInstruction instruction = waiting.next();
      if (instruction.requester().filter(only -> !only.equals(requester)).isEmpty()) {
        waiting.remove();
        return instruction;
      }
    }
    return SignInstruction.NONE;
  }

  @Override
  public JsonNode deviations() {
    ArrayNode all = JSON.arrayNode();
    for (Deviation each : SignDeviations.all()) {
      all.addObject().put("id", each.id()).put("title", each.title());
    }
    return all;
  }

  @Override
  public JsonNode outcomes() {
    ArrayNode all = JSON.arrayNode();
    all.addObject().put("id", SIGN).put("title", "Sign");
    for (Outcome each : Outcome.all()) {
      all.addObject()
          .put("id", each.id())
          .put("title", "Answer with " + each.minor())
          .put("status", each.major())
          .put("secondStatus", each.minor());
    }
    return all;
  }

  @Override
  public synchronized JsonNode next() {
    ArrayNode all = JSON.arrayNode();
    next.forEach(each -> all.add(json(each)));
    return all;
  }

  @Override
  public JsonNode arrange(YamlNode node) {
    node.map("outcome", "deviations", "canary", "requester");
    SignInstruction instruction =
        new SignInstruction(
            node.get("outcome").flatMap(SignSwitchboard::outcome),
            node.get("deviations").map(SignSwitchboard::deviations).orElse(Deviations.NONE),
            node.get("canary").map(this::person),
            node.get("requester").map(YamlNode::text));
    synchronized (this) {
      if (next.size() >= MOST_WAITING) {
        throw node.bad(
            MOST_WAITING + " instructions wait already", "DELETE /v1/sign/next forgets them");
      }
      next.add(instruction);
    }
    return json(instruction);
  }

  @Override
  public synchronized void forget() {
    next.clear();
  }

  private static ObjectNode json(SignInstruction instruction) {
    ObjectNode json = JSON.objectNode();
    json.put("outcome", instruction.outcome().map(Outcome::id).orElse(SIGN));
    ArrayNode deviations = json.putArray("deviations");
    instruction.deviations().all().forEach(each -> deviations.add(each.id()));
    json.put("canary", instruction.canary().map(TestPerson::id).orElse(null));
    json.put("requester", instruction.requester().orElse(null));
    return json;
  }

  private static Optional<Outcome> outcome(YamlNode node) {
    if (node.text().equals(SIGN)) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(Outcome.all().stream().map(Outcome::id).toList());
    known.add(SIGN);
    return Outcome.of(oneOf(node, "outcome", known));
  }

  private static Deviations deviations(YamlNode node) {
    List<String> known = SignDeviations.all().stream().map(Deviation::id).toList();
    List<YamlNode> ids = node.isList() ? node.list() : List.of(node);
    return new Deviations(
        ids.stream()
            .map(id -> SignDeviations.find(oneOf(id, "deviation", known)).orElseThrow())
            .toList());
  }

  private TestPerson person(YamlNode node) {
    try {
      return cast.get().person(node.text());
    } catch (BadInput e) {
      throw node.bad(e.problem(), e.remedy());
    }
  }

  private static String oneOf(YamlNode node, String what, List<String> known) {
    if (known.contains(node.text())) {
      return node.text();
    }
    throw node.bad(
        "there is no " + what + " '" + node.text() + "'",
        Suggestion.forId(node.text(), known)
            .orElseGet(() -> "Use one of " + String.join(", ", known.stream().sorted().toList())));
  }
}
