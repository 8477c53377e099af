package se.genrep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import se.genrep.ades.LocalSigning;
import se.genrep.ades.Verdict;
import se.genrep.http.Language;
import se.genrep.pki.Pem;

/** {@code genrep verify}: whether a file carries an advanced electronic signature. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Tell whether a signed PDF, XML, CMS, JWS or ASiC file has an advanced electronic signature"
          + " by Article 26 of eIDAS, and why.",
      "Nothing is fetched. Trusted are the MOCK authority of the data folder and what --trust"
          + " names.",
      "Exit code 0 when every signature is advanced, 1 when one is not, 2 when it cannot be read."
    })
final class VerifyCommand implements Callable<Integer> {

  /** The address in the certificates of authorities that this start makes: that of 'up'. */
  static final String FEDERATION = "http://localhost:8480";

  @ParentCommand private Genrep genrep;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The signed file, at most 100 MB.")
  private Path file;

  @Option(
      names = "--trust",
      paramLabel = "CERT.pem",
      description = "A certificate to trust, or several in one file; may be given again.")
  private List<Path> trust = List.of();

  @Option(
      names = "--lists",
      description =
          "Judge by the MOCK trusted list too, which tells whether the signature is qualified.")
  private boolean lists;

  @Option(
      names = "--language",
      paramLabel = "sv|en",
      description = "The language of the sentences (default: that of LANG, else English).")
  private String language;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".genrep",
      description = "Where the keys of the MOCK authorities are kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<X509Certificate> trusted = new ArrayList<>();
    trust.forEach(each -> trusted.addAll(Pem.readCertificates(each)));
    Verdict verdict =
        LocalSigning.open(data, FEDERATION, Clock.systemUTC())
            .verifier(trusted, lists)
            .verify(SignedFile.read(file));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      VerifyJson.print(verdict, language(), out);
    } else {
      VerifyText.print(verdict, language(), out);
    }
    out.flush();
    return verdict.advanced() ? Genrep.CONFORMING : Genrep.FINDINGS;
  }

  private Language language() {
    String word = language == null ? genrep.environment("LANG").orElse("") : language;
    return word.toLowerCase(Locale.ROOT).startsWith(Language.SV.tag()) ? Language.SV : Language.EN;
  }
}
