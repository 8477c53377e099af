package se.genrep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code genrep numbers}: what can be done with identity numbers. */
@Command(
    name = "numbers",
    mixinStandardHelpOptions = true,
    description = "Check identity numbers, write test vectors, import lists of test numbers.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NumbersCheckCommand.class,
      NumbersVectorsCommand.class,
      NumbersImportCommand.class
    })
final class NumbersCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say check, vectors or import.");
  }
}
