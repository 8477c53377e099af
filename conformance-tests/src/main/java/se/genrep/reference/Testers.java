package se.genrep.reference;

import static se.genrep.reference.Tester.tester;

import java.util.List;
import se.genrep.input.Constants;

/** Every tester there is: the constants of this class. */
public final class Testers {

  /** Wants all that the identity provider has, and takes samordningsnummer. */
  public static final Tester USUAL = tester("usual", "wants all that the identity provider has");

  public static final Tester NOT_OPTED_IN =
      tester("not-opted-in", "does not accept samordningsnummer (EC 6.2)").notOptedIn();

  private Testers() {}

  public static List<Tester> all() {
    return Constants.of(Tester.class, Testers.class, Testers.class.getPackage().getName());
  }
}
