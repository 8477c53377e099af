package se.genrep.idp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.genrep.registry.Algorithm;
import se.genrep.registry.Algorithm.Use;

/** The algorithms that DP chapter 8 lists, as URIs, and choosing among them. */
final class AlgorithmRules {

  static final List<String> DIGESTS = listed(Use.DIGEST);
  static final List<String> SIGNATURES = listed(Use.SIGNATURE);
  static final List<String> BLOCK_ENCRYPTIONS = listed(Use.BLOCK_ENCRYPTION);

  private AlgorithmRules() {}

  private static List<String> listed(Use use) {
    return Arrays.stream(Algorithm.values())
        .filter(algorithm -> algorithm.use() == use && algorithm.listed())
        .map(Algorithm::uri)
        .toList();
  }

  /** The signature methods among these that a key of the JCA algorithm can make. */
  static List<String> forKey(String keyAlgorithm, List<String> signatures) {
    String family = keyAlgorithm.equals("EC") ? "ECDSA_" : "RSA_";
    return signatures.stream()
        .filter(uri -> Algorithm.of(uri).filter(a -> a.name().startsWith(family)).isPresent())
        .toList();
  }

  /** The first of the declared URIs that is among those supported. */
  static Optional<String> firstOf(List<String> declared, List<String> supported) {
    return declared.stream().filter(supported::contains).findFirst();
  }
}
