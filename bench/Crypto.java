import java.lang.management.ManagementFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of one sign-in and nothing else, for comparison: verifies the signature of the query, encrypts the assertion
 * (AES-256-CBC, its key by RSA-OAEP) and signs the Response (SHA-256 with RSA-2048). Prints the processor time of each in ms, after
 * as many rounds to warm up, as one line of JSON: {@code java Crypto.java ROUNDS}.
 */
class Crypto {
  private static final int QUERY_BYTES = 900;
  private static final int ASSERTION_BYTES = 4_000;
  private static final int RESPONSE_BYTES = 12_000;

  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    SecretKeySpec contentKey = new SecretKeySpec(new byte[32], "AES");
    byte[] query = new byte[QUERY_BYTES], assertion = new byte[ASSERTION_BYTES], response = new byte[RESPONSE_BYTES];
    Signature maker = Signature.getInstance("SHA256withRSA");
    maker.initSign(pair.getPrivate());
    maker.update(query);
    byte[] value = maker.sign();

    double verify = time(rounds, () -> {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(pair.getPublic());
      verifier.update(query);
      if (!verifier.verify(value)) throw new IllegalStateException("does not verify");
    });
    double encrypt = time(rounds, () -> {
      Cipher wrapper = Cipher.getInstance("RSA/ECB/OAEPPadding");
      wrapper.init(Cipher.WRAP_MODE, pair.getPublic(), OAEP);
      wrapper.wrap(contentKey);
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, contentKey);
      cipher.doFinal(assertion);
    });
    double sign = time(rounds, () -> {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(response);
      signer.sign();
    });
    System.out.println(String.format(Locale.ROOT, "{\"verify\":%.3f,\"encrypt\":%.3f,\"sign\":%.3f,\"all\":%.3f}",
        verify, encrypt, sign, verify + encrypt + sign));
  }

  /** ms of processor time of this thread, each. */
  private static double time(int rounds, Work work) throws Exception {
    for (int i = 0; i < rounds; i++) work.run();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < rounds; i++) work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / rounds;
  }
}
