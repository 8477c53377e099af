package se.genrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import se.genrep.http.Language;
import se.genrep.input.BadInput;
import se.genrep.input.FileTrouble;
import se.genrep.input.WholeFile;
import se.genrep.report.Report;
import se.genrep.report.ReportReader;
import se.genrep.report.ReportWriter;
import se.genrep.requirement.Catalogue;

/** {@code genrep report}: writes a report.json in the forms that people and build servers read. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write a report.json as an HTML page or as JUnit XML.")
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REPORT.json", description = "What a run has written.")
  private Path source;

  @Option(names = "--html", paramLabel = "FILE", description = "Write one self-contained page.")
  private Path html;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML.")
  private Path junit;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      converter = LanguageConverter.class,
      description = "Of the page: sv or en (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Override
  public Integer call() {
    if (html == null && junit == null) {
      throw new ParameterException(spec.commandLine(), "Say --html FILE or --junit FILE.");
    }
    Report report = ReportReader.read(source);
    if (html != null) {
      write("--html", html, ReportWriter.html(report, Catalogue.load(), language));
    }
    if (junit != null) {
      write("--junit", junit, ReportWriter.junit(report));
    }
    return Genrep.CONFORMING;
  }

  private void write(String option, Path file, byte[] content) {
    try {
      if (Files.exists(file) && Files.isSameFile(file, source)) {
        throw new BadInput(
            option, "'" + file + "' is the report itself", "Name another file to write");
      }
    } catch (IOException e) {
      throw new BadInput(
          file.toString(),
          "the file cannot be looked at (" + FileTrouble.inWords(e) + ")",
          "Check the path and its permissions",
          e);
    }
    WholeFile.write(file, content);
    spec.commandLine().getOut().println(file);
  }

  /** Takes language tags. */
  static final class LanguageConverter implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return Arrays.stream(Language.values())
          .filter(language -> language.tag().equals(tag))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + tag + "' is neither sv nor en"));
    }
  }
}
