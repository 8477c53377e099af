package se.genrep.idp;

import java.util.List;
import se.genrep.idp.message.MessageFormat;

/** Profiles of these tests: one that comes with the program, with one thing changed. */
final class Profiles {

  private Profiles() {}

  static IdpProfile without(IdpProfile profile, String category) {
    return with(
        profile,
        profile.categories().stream().filter(uri -> !uri.equals(category)).toList(),
        profile.signMessages());
  }

  static IdpProfile showing(IdpProfile profile, MessageFormat... formats) {
    return with(profile, profile.categories(), List.of(formats));
  }

  private static IdpProfile with(
      IdpProfile from, List<String> categories, List<MessageFormat> signMessages) {
    return new IdpProfile(
        from.id(),
        from.displayName(),
        from.description(),
        from.organization(),
        from.contacts(),
        from.logo(),
        from.levels(),
        categories,
        from.attributes(),
        from.principalSelection(),
        from.signingKey(),
        from.encryptionKey(),
        from.wantAuthnRequestsSigned(),
        from.signatures(),
        from.digests(),
        from.encryptions(),
        from.assertionLifetime(),
        from.scopes(),
        from.framework(),
        from.issuedTo(),
        from.holderOfKey(),
        from.showsAttributes(),
        from.authorities(),
        signMessages,
        from.failedAuthentication());
  }
}
