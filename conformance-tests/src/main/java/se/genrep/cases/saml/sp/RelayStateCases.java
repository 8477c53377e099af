package se.genrep.cases.saml.sp;

import static se.genrep.model.ConformanceCase.conformanceCase;
import static se.genrep.model.Expectation.KEPT;
import static se.genrep.model.Expectation.UNHARMED;
import static se.genrep.sut.SignIn.signIn;

import se.genrep.deviation.RelayStateDeviations;
import se.genrep.model.ConformanceCase;
import se.genrep.reference.Frailty;
import se.genrep.reference.RelayHabit;
import se.genrep.reference.Variant;
import se.genrep.sut.RelayedSignIn;

/** SAML bindings 3.5.3: a RelayState that came back may be anybody's. */
final class RelayStateCases {

  static final ConformanceCase LOST =
      conformanceCase("saml/sp/relay-state-lost")
          .title("bears an answer without the RelayState it sent")
          .requirement("BIND-3.5.3-01")
          .stimulus(signIn().answeredWith(RelayStateDeviations.RELAY_STATE_LOST))
          .expect(UNHARMED)
          .mutant("crashes without one", () -> Variant.with(Frailty.RELAY_STATE_MISSING))
          .build();

  static final ConformanceCase CHANGED =
      conformanceCase("saml/sp/relay-state-changed")
          .title("bears a RelayState that it did not send")
          .requirement("BIND-3.5.3-01")
          .stimulus(signIn().answeredWith(RelayStateDeviations.RELAY_STATE_CHANGED))
          .expect(UNHARMED)
          .mutant("crashes at an unknown one", () -> Variant.with(Frailty.RELAY_STATE_UNKNOWN))
          .build();

  static final ConformanceCase LONG =
      conformanceCase("saml/sp/relay-state-long")
          .title("bears a RelayState of 8,000 bytes")
          .requirement("BIND-3.5.3-01")
          .stimulus(signIn().answeredWith(RelayStateDeviations.RELAY_STATE_LONG))
          .expect(UNHARMED)
          .mutant("crashes at a long one", () -> Variant.with(Frailty.RELAY_STATE_LONG))
          .build();

  static final ConformanceCase URL =
      conformanceCase("saml/sp/relay-state-url")
          .title("sends nobody to another site that RelayState names")
          .requirement("BIND-3.5.3-01")
          .stimulus(new RelayedSignIn(RelayStateDeviations.RELAY_STATE_URL))
          .expect(KEPT)
          .mutant("goes where RelayState points", () -> Variant.with(RelayHabit.FOLLOWS_IT))
          .build();

  static final ConformanceCase MARKUP =
      conformanceCase("saml/sp/relay-state-markup")
          .title("shows no HTML of a RelayState")
          .requirement("BIND-3.5.3-01")
          .stimulus(new RelayedSignIn(RelayStateDeviations.RELAY_STATE_MARKUP))
          .expect(KEPT)
          .mutant("shows RelayState as it came", () -> Variant.with(RelayHabit.SHOWS_IT))
          .build();

  private RelayStateCases() {}
}
