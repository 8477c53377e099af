package se.genrep.service;

import java.util.List;
import java.util.stream.Collectors;
import se.genrep.protocol.SignTask;
import se.genrep.trust.SignerCertificateRequest;

/**
 * A signature about to be made, for deviations to change.
 *
 * @param certificate what the signer's certificate will say
 * @param method what is signed with
 * @param tasks what is signed, the certificate's digest not yet in it
 * @param keyEach whether every task gets a key of its own, which is wrong (extension 4.1)
 */
public record Signing(
    SignerCertificateRequest certificate,
    SignatureMethod method,
    List<SignTask> tasks,
    boolean keyEach) {

  public Signing {
    tasks = List.copyOf(tasks);
  }

  public Signing with(SignerCertificateRequest other) {
    return new Signing(other, method, tasks, keyEach);
  }

  public Signing with(SignatureMethod other) {
    return new Signing(certificate, other, tasks, keyEach);
  }

  public Signing withTasks(List<SignTask> others) {
    return new Signing(certificate, method, others, keyEach);
  }

  public Signing withKeyEach() {
    return new Signing(certificate, method, tasks, true);
  }

  /** Without the key, which is another each time. */
  String describe() {
    return "subject: "
        + certificate.subject()
        + "\nalternative names: "
        + certificate.alternativeNames()
        + "\ndirectory attributes: "
        + certificate.directoryAttributes()
        + "\ntype: "
        + certificate.type()
        + "\nvalidity: "
        + certificate.validity()
        + "\nauthentication: "
        + certificate.authContext()
        + "\nfurther extensions: "
        + certificate.extensions().size()
        + "\nmethod: "
        + method
        + "\ntasks: "
        + tasks.stream().map(SignTask::describe).collect(Collectors.joining("; "))
        + "\na key for each: "
        + keyEach;
  }
}
