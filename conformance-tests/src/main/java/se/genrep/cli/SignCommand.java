package se.genrep.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import se.genrep.ades.Appearance;
import se.genrep.ades.Document;
import se.genrep.ades.Format;
import se.genrep.ades.Level;
import se.genrep.ades.LocalSigning;
import se.genrep.ades.SigningOptions;
import se.genrep.input.BadInput;
import se.genrep.input.Suggestion;
import se.genrep.input.WholeFile;
import se.genrep.person.Cast;
import se.genrep.person.TestPerson;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.trust.CertType;

/** {@code genrep sign}: signs a file as a test person, without a server. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = {
      "Sign a file as a test person, with a MOCK certificate.",
      "Nobody is asked: it is a stand-in for a signing service in tests."
    })
final class SignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The document, at most 100 MB.")
  private Path file;

  @Option(
      names = "--person",
      paramLabel = "ID",
      required = true,
      description = "Who signs; 'genrep list persons' shows them.")
  private String person;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "pades, xades, cades, jades, asic-e or asic-s (default: pades for a PDF, xades for XML,"
              + " asic-e for all else).")
  private Format format;

  @Option(
      names = "--level",
      paramLabel = "B|T|LT|LTA",
      defaultValue = "B",
      description = "The baseline level (default: ${DEFAULT-VALUE}).")
  private Level level;

  @Option(
      names = "--loa",
      paramLabel = "LEVEL",
      converter = LoaConverter.class,
      description =
          "The level of assurance that the certificate states, as loa3 (default: the highest that"
              + " the person can use).")
  private LevelOfAssurance loa;

  @Option(
      names = "--certificate",
      paramLabel = "PKC|QC|QC/SSCD",
      defaultValue = "PKC",
      converter = TypeConverter.class,
      description =
          "Whether the certificate claims to be qualified, and in a device (default:"
              + " ${DEFAULT-VALUE}).")
  private CertType type;

  @Option(names = "--visible", description = "Show the signer's name on the first page of a PDF.")
  private boolean visible;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the signed file goes.")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".genrep",
      description = "Where the keys of the MOCK authorities are kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() {
    if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new BadInput(
          "--out", "this is the file that is to be signed", "Name another file for the signed one");
    }
    TestPerson signer = signer();
    Document document = SignedFile.read(file);
    Format chosen = format == null ? Format.suiting(document) : format;
    SigningOptions options = new SigningOptions(chosen, level);
    if (visible) {
      if (chosen != Format.PADES) {
        throw new BadInput("--visible", "only a PDF has pages", "Leave it out, or give a PDF");
      }
      options = options.showing(Appearance.of("MOCK/TEST\n" + signer.name()));
    }
    byte[] signed =
        LocalSigning.open(data, VerifyCommand.FEDERATION, Clock.systemUTC())
            .sign(document, options, signer, levelOf(signer), type);
    WholeFile.write(out, signed);
    spec.commandLine().getErr().println(signer.name() + " signed " + out + " (MOCK).");
    return Genrep.CONFORMING;
  }

  private TestPerson signer() {
    Cast cast = Cast.load();
    return cast.find(person)
        .orElseThrow(
            () ->
                new BadInput(
                    "--person",
                    "there is no test person '" + person + "'",
                    Suggestion.forId(person, cast.all().stream().map(TestPerson::id).toList())
                        .orElse("See 'genrep list persons'")));
  }

  private LevelOfAssurance levelOf(TestPerson signer) {
    if (loa != null) {
      return loa;
    }
    return Stream.of(LevelOfAssurance.LOA4, LevelOfAssurance.LOA3, LevelOfAssurance.LOA2)
        .filter(signer::canUse)
        .findFirst()
        .or(() -> signer.levels().stream().findFirst())
        .orElseThrow(
            () ->
                new BadInput(
                    "--person",
                    "the person has no eID at any level",
                    "Choose another person, or state a level with --loa"));
  }

  /** Takes the words in small letters only. */
  static final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return Format.ofWord(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is none of " + words(Format.values())));
    }

    private static String words(Format[] all) {
      return Arrays.stream(all).map(Format::word).collect(Collectors.joining(", "));
    }
  }

  /** Takes the words of the protocol. */
  static final class TypeConverter implements ITypeConverter<CertType> {
    @Override
    public CertType convert(String word) {
      return CertType.ofWord(word)
          .orElseThrow(
              () -> new TypeConversionException("'" + word + "' is none of PKC, QC and QC/SSCD"));
    }
  }

  /** Takes a level by its URI or the last part of it. */
  static final class LoaConverter implements ITypeConverter<LevelOfAssurance> {
    @Override
    public LevelOfAssurance convert(String word) {
      List<LevelOfAssurance> all = List.of(LevelOfAssurance.values());
      return all.stream()
          .filter(
              each -> each.uri().equals(word) || last(each).equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + word
                          + "' is none of "
                          + all.stream()
                              .map(LoaConverter::last)
                              .collect(Collectors.joining(", "))));
    }

    private static String last(LevelOfAssurance level) {
      return level.uri().substring(level.uri().lastIndexOf('/') + 1);
    }
  }
}
