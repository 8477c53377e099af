package se.genrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.DeviationLibrary;
import se.genrep.model.ConformanceCase;
import se.genrep.model.Mutant;
import se.genrep.model.Stimulus;
import se.genrep.model.SutRole;
import se.genrep.requirement.Catalogue;
import se.genrep.requirement.Level;
import se.genrep.requirement.Requirement;
import se.genrep.sut.SignIn;

/** A case or a requirement in words, for a terminal. */
final class Explanation {

  private static final int WIDTH = 96;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private Explanation() {}

  static String of(ConformanceCase each, Catalogue catalogue) {
    Explanation all = new Explanation();
    all.line(each.id());
    all.paragraph("", "The system " + each.title() + ".");
    for (String id : each.requirements()) {
      Requirement requirement = catalogue.get(id);
      all.heading("Requirement " + id + ", " + Listing.word(requirement.level()));
      all.paragraph(INDENT, requirement.text());
      requirement.condition().ifPresent(when -> all.paragraph(INDENT, "Applies: " + when));
      all.paragraph(INDENT, "Source: " + requirement.source());
    }
    all.heading("What is sent");
    all.paragraph(INDENT, sent(each.stimulus()));
    all.heading("What is expected");
    all.paragraph(INDENT, sentence(each.expectation().sentence()));
    all.paragraph(INDENT, verdict(catalogue.get(each.requirements().get(0))));
    all.heading("Proved by a system that");
    each.mutants().stream().map(Mutant::title).forEach(title -> all.paragraph(INDENT, title));
    all.heading("Run it");
    all.line(INDENT + "genrep test SUT.yaml --case " + each.id());
    return all.finished();
  }

  static String of(Requirement requirement, List<ConformanceCase> cases) {
    Explanation all = new Explanation();
    all.line(requirement.id());
    all.paragraph("", requirement.text());
    requirement.condition().ifPresent(when -> all.paragraph("", "Applies: " + when));
    all.line("");
    all.entry("Level", Listing.word(requirement.level()));
    all.entry("Binds", String.join(", ", Listing.roles(requirement)));
    all.entry("Source", requirement.source());
    requirement.basis().ifPresent(basis -> all.entry("Basis", basis));
    all.entry("Seen in", Listing.word(requirement.observable()));
    all.entry("How", requirement.how());
    all.entry("Broken by", requirement.mutant());
    List<String> testing = Listing.testing(requirement, cases);
    if (testing.isEmpty()) {
      all.entry("Not tested", Listing.whyNot(requirement));
    } else {
      testing.forEach(id -> all.entry("Tested by", id));
    }
    all.line("");
    all.paragraph("", "The text is a paraphrase; the source governs.");
    return all.finished();
  }

  /** What a stimulus does, in words. */
  static String sent(Stimulus stimulus) {
    if (stimulus.role() == SutRole.IDP && !stimulus.inWords().isEmpty()) {
      return sentence(stimulus.inWords());
    }
    StringBuilder words = new StringBuilder();
    if (stimulus instanceof SignIn signIn) {
      words.append(
          signIn.who().samordningsnummer()
              ? "A person with a samordningsnummer signs in"
              : "A person with a personnummer signs in");
      signIn.who().castId().ifPresent(id -> words.append(" (").append(id).append(" of the cast)"));
      words.append(signIn.forged() ? "; a forged part of the answer is about another." : ".");
      words.append(
          switch (signIn.delivery()) {
            case USUAL -> "";
            case BY_PHONE -> " The browser is that of a phone.";
            case AGAIN_SAME_BROWSER ->
                " The answer is brought a second time by the same browser, signed out.";
            case AGAIN_OTHER_BROWSER ->
                " The answer is brought a second time by another browser with a sign-in under way.";
            case OTHER_BROWSER ->
                " The answer is brought by another browser with a sign-in under way.";
            case UNASKED -> " The answer is brought by a browser that has asked for nothing.";
            case UNASKED_TWICE ->
                " The answer is brought by two browsers, one after the other, that have asked for"
                    + " nothing.";
            case BY_GET -> " The answer is brought in an address, by GET.";
            case BY_REDIRECT -> " The answer is brought in an address, by HTTP-Redirect.";
          });
    } else {
      words.append(stimulus.inWords());
    }
    for (String id : stimulus.deviations()) {
      Optional<Deviation> deviation = DeviationLibrary.find(id);
      words
          .append(" The identity provider ")
          .append(deviation.map(Deviation::title).orElse("deviates"))
          .append(" (")
          .append(id)
          .append(").");
    }
    if (stimulus.deviations().isEmpty() && !stimulus.watches()) {
      words.append(" The answer itself is good.");
    }
    return words.toString().strip();
  }

  private static String verdict(Requirement requirement) {
    boolean must = requirement.level() == Level.MUST || requirement.level() == Level.MUST_NOT;
    return "Anything else is "
        + (must ? "FAIL" : "WARN")
        + ", since "
        + requirement.id()
        + " is a "
        + Listing.word(requirement.level())
        + "; a crash is INCONCLUSIVE.";
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private void heading(String words) {
    line("");
    line(words);
  }

  private void entry(String name, String value) {
    String label = name + " ".repeat(12 - name.length());
    List<String> lines = wrapped(value, WIDTH - label.length());
    for (int i = 0; i < lines.size(); i++) {
      line((i == 0 ? label : " ".repeat(label.length())) + lines.get(i));
    }
  }

  private void paragraph(String indent, String words) {
    wrapped(words, WIDTH - indent.length()).forEach(each -> line(indent + each));
  }

  private static List<String> wrapped(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private String finished() {
    return text.toString().stripTrailing();
  }
}
