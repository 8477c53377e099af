package se.genrep.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One thing a conforming system does, how to find out, and a mutant that proves that the finding
 * out works. A value: it can be listed, explained, linked and rerun.
 *
 * @param id a path, permanent: {@code saml/sp/foreign-recipient}
 * @param title present tense, the system is the subject, under 70 characters
 * @param requirements ids of the catalogue; the first decides between FAIL and WARN
 * @param appliesTo when it makes no sense for a system, why
 * @param stimulus what is done
 * @param expectation what a conforming system does
 * @param mutants at least one
 */
public record ConformanceCase(
    String id,
    String title,
    List<String> requirements,
    Applicability appliesTo,
    Stimulus stimulus,
    Expectation expectation,
    List<Mutant> mutants) {

  public ConformanceCase {
    requirements = List.copyOf(requirements);
    mutants = List.copyOf(mutants);
    if (requirements.isEmpty() || mutants.isEmpty()) {
      throw new IllegalStateException(id + ": a case needs a requirement and a mutant");
    }
    Objects.requireNonNull(stimulus, () -> id + ": no stimulus");
    Objects.requireNonNull(expectation, () -> id + ": no expectation");
  }

  public static Builder conformanceCase(String id) {
    return new Builder(id);
  }

  /** Collects the parts of a case; {@link #build} refuses one that is incomplete. */
  public static final class Builder {
    private final String id;
    private String title;
    private final List<String> requirements = new ArrayList<>();
    private Applicability appliesTo = Applicability.ALWAYS;
    private Stimulus stimulus;
    private Expectation expectation;
    private final List<Mutant> mutants = new ArrayList<>();

    private Builder(String id) {
      this.id = id;
    }

    public Builder title(String sentence) {
      this.title = sentence;
      return this;
    }

    public Builder requirement(String... ids) {
      requirements.addAll(List.of(ids));
      return this;
    }

    public Builder appliesTo(Applicability applicability) {
      this.appliesTo = applicability;
      return this;
    }

    public Builder stimulus(Stimulus what) {
      this.stimulus = what;
      return this;
    }

    public Builder expect(Expectation what) {
      this.expectation = what;
      return this;
    }

    public Builder mutant(String whatItDoes, Supplier<?> variant) {
      mutants.add(new Mutant(whatItDoes, variant));
      return this;
    }

    public ConformanceCase build() {
      return new ConformanceCase(
          id,
          Objects.requireNonNull(title, id),
          requirements,
          appliesTo,
          stimulus,
          expectation,
          mutants);
    }
  }
}
