package se.genrep.http;

import java.util.List;
import se.genrep.federation.Finding;
import se.genrep.federation.Report;

/**
 * The page on which service providers join.
 *
 * @param action where the forms go
 * @param state the token that shows that a form is ours
 * @param report what was said of what was handed in, or null
 * @param address what stands in the field for an address
 * @param entries what was handed in before
 */
public record JoinPage(
    Frame frame, String action, String state, Report report, String address, List<Entry> entries) {

  /**
   * @param address where it was fetched, or null
   */
  public record Entry(String name, String address) {}

  /** A text for the weight of a finding. */
  public static Text weight(Finding finding) {
    return switch (finding.weight()) {
      case FAULT -> Text.FINDING_FAULT;
      case ADVICE -> Text.FINDING_ADVICE;
      case NOTE -> Text.FINDING_NOTE;
    };
  }
}
