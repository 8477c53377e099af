package se.genrep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import se.genrep.input.BadInput;
import se.genrep.lint.LintResult;
import se.genrep.lint.Linter;
import se.genrep.lint.Rule.Subject;
import se.genrep.lint.Severity;
import se.genrep.pki.Pem;

/** {@code genrep lint}: whether metadata keeps the rules. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = {
      "Judge SAML metadata, of one entity or an aggregate, by every rule that shows in it.",
      "Exit code 0 when no rule is broken, 1 when there is an error, 2 when it cannot be read;"
          + " warnings and information alone give 0."
    })
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "METADATA",
      description = "A file, an http(s) address, or - for standard input.")
  private String metadata;

  @Option(
      names = "--role",
      paramLabel = "idp|sp|op|rp",
      converter = RoleConverter.class,
      description = "Judge this role alone (every role).")
  private Role role;

  @Option(
      names = "--signer",
      paramLabel = "CERT.pem",
      description = "The certificate with which the document must be signed.")
  private Path signer;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (role == Role.OP || role == Role.RP) {
      throw new BadInput(
          "--role",
          "the metadata of OpenID providers and relying parties is not judged yet",
          "Give SAML metadata, with --role idp or sp or without; OpenID metadata comes with the"
              + " OpenID provider");
    }
    List<X509Certificate> signers = signer == null ? List.of() : Pem.readCertificates(signer);
    LintResult result;
    try (InputStream xml = LintSource.open(metadata)) {
      result =
          Linter.lint(
              LintSource.name(metadata),
              xml,
              new Linter.Options(subjects(), signers, Clock.systemUTC().instant()));
    }
    if (result.entities().isEmpty()) {
      throw new BadInput(
          LintSource.name(metadata),
          role == null ? "there is no entity in it" : "no entity in it has the role " + role.word(),
          role == null ? "Give metadata with an md:EntityDescriptor" : "Leave --role out");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      LintJson.print(result, out);
    } else {
      LintText.print(result, out);
    }
    out.flush();
    return result.count(Severity.ERROR) > 0 ? Genrep.FINDINGS : Genrep.CONFORMING;
  }

  private Set<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    if (role != Role.SP) {
      subjects.add(Subject.IDP);
    }
    if (role != Role.IDP) {
      subjects.add(Subject.SP);
    }
    return Set.copyOf(subjects);
  }

  /** What an entity is judged as. */
  enum Role {
    IDP,
    SP,
    OP,
    RP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes the words in small letters only. */
  static final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return Arrays.stream(Role.values())
          .filter(each -> each.word().equals(word))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("'" + word + "' is none of idp, sp, op and rp"));
    }
  }
}
