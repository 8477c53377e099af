package se.genrep.model;

import java.util.List;

/** A system under test and everything needed to reach it. Who implements it knows the protocol. */
public interface SystemUnderTest {

  SutRole role();

  /** What reports call it. */
  String name();

  /** Where it is and how it is reached, one line a setting. */
  List<String> description();

  /** A good exchange, with a person of its own; what is said of it goes to the transcript. */
  Played control(Transcript transcript);

  /**
   * The stimulus of a case.
   *
   * @param number of the case among all there are; each number has a canary of its own
   */
  Played play(ConformanceCase conformanceCase, int number, Transcript transcript);

  /** What the system declares and asked for in the last accepted control. */
  SutFacts facts();

  /** The command that runs one case again. */
  String rerun(ConformanceCase conformanceCase);

  /** How many cases it can take at a time. */
  default int lanes() {
    return 1;
  }
}
