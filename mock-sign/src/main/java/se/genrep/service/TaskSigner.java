package se.genrep.service;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.Csig;
import se.genrep.protocol.SigType;
import se.genrep.protocol.SignTask;
import se.genrep.protocol.SignTask.SignatureValue;

/** Judges and signs the tasks of a request, each by its type (DSS extension 4.1.1). */
public final class TaskSigner {

  private final SignatureMethod method;

  TaskSigner(SignatureMethod method) {
    this.method = method;
  }

  static boolean isJws(SignTask task) {
    return task.processingRules().filter(Csig.JWS_RULE::equals).isPresent();
  }

  /** How the value of an ECDSA signature of the task is written. */
  public static SignatureMethod.Encoding encoding(SignTask task) {
    boolean der = task.type() != SigType.XML && !isJws(task) && !isXml(task);
    return der ? SignatureMethod.Encoding.DER : SignatureMethod.Encoding.SIDE_BY_SIDE;
  }

  /** A container holds signatures of either kind; what is signed begins as the kind does. */
  private static boolean isXml(SignTask task) {
    return task.type() == SigType.ASIC && task.toBeSigned()[0] == '<';
  }

  /**
   * @throws SignError when it cannot be signed as it is
   */
  void check(SignTask task) throws SignError {
    if (task.processingRules().isPresent() && !isJws(task)) {
      throw SignError.ofRequest(
          "the ProcessingRules of "
              + task.name()
              + " are not known here; known is "
              + Csig.JWS_RULE);
    }
    if (isJws(task)) {
      JwsInput.check(task, method);
    } else if (task.type() == SigType.XML || isXml(task)) {
      XmlSignedInfo.check(task, method);
    } else {
      CmsAttributes.check(task);
    }
  }

  /** What is to be signed once the certificate is known. */
  SignTask certified(SignTask task, X509Certificate signer, Instant now) throws SignError {
    if (isJws(task)) {
      return JwsInput.certified(task, signer);
    }
    return task.type() == SigType.XML || isXml(task)
        ? XmlSignedInfo.certified(task, signer, method, now)
        : CmsAttributes.certified(task, signer);
  }

  /**
   * Whether a task was answered with what was asked for, but for what the service has to add: the
   * digest of the signer's certificate.
   */
  public static boolean isCertified(SignTask asked, SignTask answered, X509Certificate signer) {
    if (asked.ades() == AdesType.NONE) {
      return Arrays.equals(asked.toBeSigned(), answered.toBeSigned());
    }
    try {
      if (isJws(asked)) {
        return JwsInput.isCertified(asked, answered, signer);
      }
      return asked.type() == SigType.XML || isXml(asked)
          ? XmlSignedInfo.isCertified(asked, answered, signer)
          : CmsAttributes.isCertified(asked, answered, signer);
    } catch (SignError notReadable) {
      return false;
    }
  }

  SignTask sign(SignTask task, OneTimeKey key) {
    byte[] value = key.sign(method, task.toBeSigned(), encoding(task));
    return task.signed(new SignatureValue(value, Optional.of(method.uri())));
  }
}
