package se.genrep.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Clean metadata with one change, and the rules that must object to it.
 *
 * @param rules ids; the first is the one that the mutant is for
 */
record Mutant(List<String> rules, String kind, String what, byte[] metadata) {

  static final String IDP = "idp";
  static final String SP = "sp";

  static Stream<Mutant> idp(String rules, String from, String to) {
    return Stream.of(made(rules, IDP, CleanMetadata.idp(), from, to));
  }

  static Stream<Mutant> sp(String rules, String from, String to) {
    return Stream.of(made(rules, SP, CleanMetadata.sp(), from, to));
  }

  /** The same change to the metadata of either role. */
  static Stream<Mutant> both(String rules, String from, String to) {
    return Stream.concat(idp(rules, from, to), sp(rules, from, to));
  }

  private static Mutant made(String rules, String kind, String clean, String from, String to) {
    if (!clean.contains(from)) {
      throw new IllegalArgumentException("the clean " + kind + " metadata has no '" + from + "'");
    }
    int at = clean.indexOf(from);
    String mutated = clean.substring(0, at) + to + clean.substring(at + from.length());
    return new Mutant(
        List.of(rules.split(" ")),
        kind,
        shortened(from) + " → " + shortened(to),
        mutated.getBytes(StandardCharsets.UTF_8));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() < 60 ? line : line.substring(0, 57) + "…";
  }

  Set<String> expected() {
    return Set.copyOf(rules);
  }

  @Override
  public String toString() {
    return rules.get(0) + ", " + kind + ": " + what;
  }
}
