package se.genrep.model;

import java.util.List;

/** What a system under test is. */
public enum SutRole {
  SP("SP"),
  /** An identity provider of any kind: a proxy and the eIDAS connector too. */
  IDP("IDP", "PROXY_IDP", "EIDAS_CONNECTOR");

  private final List<String> kinds;

  SutRole(String... kinds) {
    this.kinds = List.of(kinds);
  }

  /** As written in SUT.yaml and in the requirement catalogue. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The roles of the requirement catalogue whose requirements can bind such a system. */
  public List<String> kinds() {
    return kinds;
  }
}
