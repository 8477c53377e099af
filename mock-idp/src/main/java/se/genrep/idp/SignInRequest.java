package se.genrep.idp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.genrep.idp.message.SignMessage;
import se.genrep.idp.message.UserMessage;
import se.genrep.idp.sap.SadRequest;

/**
 * An authentication request that was found good: all that is needed to answer it, and nothing that
 * cannot travel sealed in the browser.
 *
 * @param id the AuthnRequest's ID
 * @param serviceProvider the entityID that sent it
 * @param acsUrl where the answer goes, exactly as in metadata (DP 5.4.2)
 * @param relayState what came with it, to be given back unchanged; null when none came
 * @param contexts the acceptable authentication contexts in the order of preference, those of the
 *     request that this identity provider supports (DP 5.4.4)
 * @param nameIdFormat the name identifier format to use, persistent or transient (DP 3)
 * @param forceAuthn a live session must not be used
 * @param passive the person must not be shown anything
 * @param attributeConsumingService the requested index, or -1
 * @param principalSelection who the service provider expects (PSC); one that fits is enough, empty
 *     when it expects nobody
 * @param userMessage to be shown while the person is authenticated, or null (UM)
 * @param signMessage to be shown and accepted before the answer, or null (DP 7.1.1)
 * @param scoping who else takes part (DP 5.3.2)
 * @param sadRequest asks for Signature Activation Data, or null (DP 7.1.2)
 * @param certificate base64 of what the browser showed in the Holder-of-key profile; null for the
 *     ordinary one
 * @param received when it arrived
 */
public record SignInRequest(
    String id,
    String serviceProvider,
    String acsUrl,
    String relayState,
    List<String> contexts,
    String nameIdFormat,
    boolean forceAuthn,
    boolean passive,
    int attributeConsumingService,
    List<MatchValue> principalSelection,
    UserMessage userMessage,
    SignMessage signMessage,
    Scoping scoping,
    SadRequest sadRequest,
    String certificate,
    Instant received) {

  /**
   * Whether a browser may go on with it: in the Holder-of-key profile the one that shows the same
   * certificate, else every one.
   */
  public boolean isHeldBy(Optional<X509Certificate> shown) {
    return certificate == null
        || shown.map(HolderOfKey::text).filter(certificate::equals).isPresent();
  }
}
