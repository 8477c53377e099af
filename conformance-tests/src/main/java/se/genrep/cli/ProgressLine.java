package se.genrep.cli;

import java.io.PrintWriter;
import se.genrep.model.CaseResult;
import se.genrep.model.Verdict;
import se.genrep.run.Runner;

/**
 * Progress on standard error: on a terminal one line that renews itself, elsewhere a line for each
 * case that did not pass.
 */
final class ProgressLine implements Runner.Progress {

  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean terminal;

  ProgressLine(PrintWriter err) {
    this(err, System.console() != null);
  }

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void finished(CaseResult result, int done, int of) {
    String text =
        "[%d/%d] %s %s".formatted(done, of, result.verdict(), result.conformanceCase().id());
    if (terminal) {
      err.printf("\r%-" + WIDTH + "s", text.substring(0, Math.min(WIDTH, text.length())));
      err.flush();
    } else if (result.verdict() != Verdict.PASS) {
      err.println(text);
    }
  }

  void end() {
    if (terminal) {
      err.printf("\r%" + WIDTH + "s\r", "");
      err.flush();
    }
  }
}
