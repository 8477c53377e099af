import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import se.genrep.cli.Genrep;

/**
 * Rehearses several times in one Java, so that the last report tells what the cases take once their code is compiled: {@code java -cp
 * genrep.jar Cases.java TIMES FOLDER} writes FOLDER/1/report.json and so on. A first run measures the compiler as much as the cases.
 */
class Cases {
  public static void main(String[] args) {
    PrintWriter unread = new PrintWriter(Writer.nullWriter());
    PrintWriter err = new PrintWriter(System.err, true);
    for (int time = 1; time <= Integer.parseInt(args[0]); time++) {
      int code = Genrep.run(unread, err, Map.of(), "rehearse", "--report", args[1] + "/" + time);
      if (code != Genrep.CONFORMING) System.exit(code);
    }
    System.exit(0);
  }
}
