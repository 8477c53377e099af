package se.genrep.federation;

import java.util.Locale;

/** The signed collections that the operator publishes. */
public enum Feed {
  /** Every entity. */
  ALL("MOCK-genrep-federation"),
  /** Identity providers only, which is what service providers need. */
  IDP("MOCK-genrep-federation-idp"),
  /** Service providers only, which is what identity providers need. */
  SP("MOCK-genrep-federation-sp");

  private final String title;

  Feed(String title) {
    this.title = title;
  }

  /** The Name of the md:EntitiesDescriptor. */
  public String title() {
    return title;
  }

  String file() {
    return name().toLowerCase(Locale.ROOT) + ".xml";
  }

  boolean hasIdentityProviders() {
    return this != SP;
  }

  boolean hasServiceProviders() {
    return this != IDP;
  }
}
