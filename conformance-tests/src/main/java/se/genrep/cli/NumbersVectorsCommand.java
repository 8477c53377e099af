package se.genrep.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.genrep.identity.Vectors;

/** {@code genrep numbers vectors}: the test vectors on standard output. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    description = {
      "Write test vectors as JSON, for programs in any language that read identity numbers.",
      "docs/vectors.md describes them."
    })
final class NumbersVectorsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Vectors.write(out);
    out.flush();
    return Genrep.CONFORMING;
  }
}
