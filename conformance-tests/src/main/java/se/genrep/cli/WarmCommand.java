package se.genrep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code genrep warm}. */
@Command(name = "warm", hidden = true)
final class WarmCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Genrep.CONFORMING;
  }
}
