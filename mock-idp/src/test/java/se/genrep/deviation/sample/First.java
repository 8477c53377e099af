package se.genrep.deviation.sample;

/** Has a constant to be found, and some to be passed over. */
public final class First {

  static final String ONE = "one";
  static final Object NOT_DECLARED_AS_STRING = "other";
  final String notStatic = "instance";

  private First() {}
}
