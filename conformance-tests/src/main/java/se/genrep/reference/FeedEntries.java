package se.genrep.reference;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.genrep.saml.XmlNode;

/**
 * What a variant sees in a feed that it has taken. The conforming one sees all that is there; the
 * others pass over keys and entries, or remember what is no longer there.
 */
final class FeedEntries {

  /** The extension with addresses of revocation lists (RFC 5280, 4.2.1.13). */
  private static final String REVOCATION_LISTS = "2.5.29.31";

  private static final int SMALL_RSA = 2048;

  private final Variant variant;
  private final Clock clock;
  private final String idp;

  /** The keys of the identity provider in all feeds so far. */
  private final List<XmlNode> keys = new ArrayList<>();

  /** The entry of the identity provider in the last feed that had one. */
  private XmlNode last;

  FeedEntries(Variant variant, Clock clock, String idp) {
    this.variant = variant;
    this.clock = clock;
    this.idp = idp;
  }

  /** The feed as the variant sees it. */
  XmlNode asSeen(XmlNode feed) {
    if (variant.has(FeedHabit.TAKES_WHAT_HAS_ENDED)) {
      feed.set("validUntil", clock.instant().plus(Duration.ofDays(1)).toString());
    }
    Optional<XmlNode> entry = entry(feed);
    if (entry.isEmpty() && variant.has(FeedHabit.KEEPS_MEMBERS) && last != null) {
      feed.append(last);
    }
    entry.ifPresent(
        own -> {
          if (variant.has(FeedHabit.KEEPS_KEYS)) {
            keep(own);
          }
          forget(own);
          last = own.detached();
        });
    return feed;
  }

  private Optional<XmlNode> entry(XmlNode feed) {
    return feed.all("md:EntityDescriptor").stream()
        .filter(entity -> entity.attribute("entityID").equals(Optional.of(idp)))
        .findFirst();
  }

  private void keep(XmlNode entry) {
    List<XmlNode> now = signing(entry).stream().map(XmlNode::detached).toList();
    keys.forEach(signing(entry).get(0)::insertAfter);
    keys.addAll(now);
  }

  private void forget(XmlNode entry) {
    List<XmlNode> all = signing(entry);
    if (variant.has(FeedHabit.FIRST_KEY_ONLY)) {
      all.subList(1, all.size()).forEach(XmlNode::remove);
    }
    if (variant.has(FeedHabit.LAST_KEY_ONLY)) {
      all.subList(0, all.size() - 1).forEach(XmlNode::remove);
    }
    if (variant.has(FeedHabit.WANTS_USE) && all.get(0).attribute("use").isEmpty()) {
      entry.remove();
    }
    for (XmlNode key : signing(entry)) {
      if (refused().test(certificate(key))) {
        key.remove();
      }
    }
    if (signing(entry).isEmpty()) {
      entry.remove();
    }
  }

  private Predicate<X509Certificate> refused() {
    Predicate<X509Certificate> none = certificate -> false;
    return none.or(
            when(
                FeedHabit.WANTS_AUTHORITIES,
                each -> each.getIssuerX500Principal().equals(each.getSubjectX500Principal())))
        .or(
            when(
                FeedHabit.WANTS_VALID_CERTIFICATES,
                each -> each.getNotAfter().toInstant().isBefore(clock.instant())))
        .or(
            when(
                FeedHabit.WANTS_REVOCATION,
                each -> each.getExtensionValue(REVOCATION_LISTS) != null))
        .or(when(FeedHabit.NO_P_256, each -> curve(each) == 256))
        .or(when(FeedHabit.NO_P_384, each -> curve(each) == 384))
        .or(when(FeedHabit.NO_P_521, each -> curve(each) == 521))
        .or(
            when(
                FeedHabit.SMALL_RSA_ONLY,
                each ->
                    each.getPublicKey() instanceof RSAPublicKey key
                        && key.getModulus().bitLength() > SMALL_RSA));
  }

  private Predicate<X509Certificate> when(FeedHabit habit, Predicate<X509Certificate> mind) {
    return variant.has(habit) ? mind : certificate -> false;
  }

  /** Bits of the field; 0 for other keys. */
  private static int curve(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof ECPublicKey key
        ? key.getParams().getCurve().getField().getFieldSize()
        : 0;
  }

  private static List<XmlNode> signing(XmlNode entry) {
    return entry.all("md:IDPSSODescriptor/md:KeyDescriptor").stream()
        .filter(key -> !key.attribute("use").equals(Optional.of("encryption")))
        .toList();
  }

  private static X509Certificate certificate(XmlNode key) {
    String text = key.at("ds:KeyInfo/ds:X509Data/ds:X509Certificate").text();
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Base64.getMimeDecoder().decode(text)));
    } catch (CertificateException e) {
      throw new IllegalStateException("the feed has a certificate that is none", e);
    }
  }
}
