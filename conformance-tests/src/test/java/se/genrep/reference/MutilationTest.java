package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.genrep.deviation.Deviation.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.saml.XmlNode;

/**
 * Every element and attribute of an answer taken away or emptied, one at a time: it is refused or
 * taken for what it is, and never breaks the one that reads it, whatever that leaves unchecked.
 */
class MutilationTest {

  private static final World WORLD = World.supplier();

  /** What is no check but something a service provider must be able to do. */
  private static final Set<Check> ABILITIES =
      Set.of(
          Check.SAMORDNINGSNUMMER_ACCEPTED,
          Check.ALGORITHMS_SUPPORTED,
          Check.SIGNED_ASSERTION_ACCEPTED);

  private static final Variant CARELESS =
      Variant.without(
          Stream.of(Check.values())
              .filter(check -> !ABILITIES.contains(check))
              .toArray(Check[]::new));

  private static final List<Variant> READERS = List.of(Variant.conforming(), CARELESS);

  /** An element by its place: the index of the child at each level. */
  private static List<List<Integer>> places(XmlNode root) {
    List<List<Integer>> all = new ArrayList<>();
    collect(root, List.of(), all);
    return all;
  }

  private static void collect(XmlNode node, List<Integer> at, List<List<Integer>> all) {
    List<XmlNode> children = node.children();
    for (int i = 0; i < children.size(); i++) {
      List<Integer> place = new ArrayList<>(at);
      place.add(i);
      all.add(place);
      collect(children.get(i), place, all);
    }
  }

  private static XmlNode find(XmlNode root, List<Integer> place) {
    XmlNode node = root;
    for (int index : place) {
      node = node.children().get(index);
    }
    return node;
  }

  private static List<String> attributes(XmlNode node) {
    List<String> names = new ArrayList<>();
    NamedNodeMap all = node.element().getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Attr attr = (Attr) all.item(i);
      if (!attr.getName().startsWith("xmlns")) {
        names.add(attr.getName());
      }
    }
    return names;
  }

  /** What can be done to a message of the kind that passes the stage. */
  private static Map<String, Consumer<XmlNode>> mutilations(Stage<XmlNode> stage) {
    Map<String, Consumer<XmlNode>> all = new TreeMap<>();
    Deviation looking =
        deviation("t", "t")
            .prepare(
                stage,
                (root, scene) -> {
                  for (String name : attributes(root)) {
                    all.put("/@" + name, node -> node.unset(name));
                  }
                  for (List<Integer> place : places(root)) {
                    XmlNode there = find(root, place);
                    String title = place + " " + there.element().getNodeName();
                    all.put(title + " removed", node -> find(node, place).remove());
                    all.put(title + " emptied", node -> find(node, place).text(""));
                    for (String name : attributes(there)) {
                      all.put(title + "/@" + name, node -> find(node, place).unset(name));
                      all.put(title + "/@" + name + "=", n -> find(n, place).set(name, ""));
                    }
                  }
                  return root;
                });
    WORLD.service(Variant.conforming()).signIn(Deviations.of(looking));
    return all;
  }

  @Test
  void whatIsMissingFromTheAssertionBreaksNothing() {
    tryAll(Stage.ASSERTION);
  }

  @Test
  void whatIsMissingFromTheResponseBreaksNothing() {
    tryAll(Stage.SIGNED_RESPONSE);
  }

  private static void tryAll(Stage<XmlNode> stage) {
    Map<String, Consumer<XmlNode>> mutilations = mutilations(stage);
    assertTrue(mutilations.size() > 40, mutilations.keySet()::toString);
    for (Variant reader : READERS) {
      World.Service service = WORLD.service(reader);
      mutilations.forEach(
          (title, mutilation) -> {
            Deviation deviation =
                deviation("t", "t")
                    .prepare(
                        stage,
                        (root, scene) -> {
                          mutilation.accept(root);
                          return root;
                        });
            String outcome = service.signIn(Deviations.of(deviation));
            if (reader.dropped().isEmpty()) {
              String genuine = World.number(World.GENUINE);
              assertTrue(
                  outcome.startsWith("!") || outcome.equals(genuine),
                  () -> title + " gives " + outcome);
            }
          });
    }
  }

  /** The reference that checks nothing at all still signs in who is there. */
  @Test
  void oneWithoutAnyCheckTakesAGoodMessage() {
    String outcome = WORLD.service(CARELESS).signIn(Deviations.NONE);
    assertEquals(World.number(World.GENUINE), outcome);
  }
}
