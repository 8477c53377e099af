package se.genrep.model;

/** What a system under test is. */
public enum SutRole {
  SP;

  /** As written in SUT.yaml and in the requirement catalogue. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
