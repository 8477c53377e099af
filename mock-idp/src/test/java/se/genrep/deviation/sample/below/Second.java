package se.genrep.deviation.sample.below;

/** Stands in a package below the one asked for. */
public final class Second {

  private static final String TWO = "two";
  static final Integer THREE = 3;

  private Second() {}
}
