package se.genrep.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.genrep.control.ControlClock;
import se.genrep.control.Exchanges;
import se.genrep.control.ExtraPeople;
import se.genrep.control.FeedSwitch;
import se.genrep.control.History;
import se.genrep.control.InstructionReader;
import se.genrep.control.Outage;
import se.genrep.control.Outages;
import se.genrep.control.Switchboard;
import se.genrep.federation.Federation;
import se.genrep.federation.Membership;
import se.genrep.idp.MockIdp;

/**
 * What the control API controls.
 *
 * @param federationUrl where the protocol is spoken
 * @param testNumber whether twelve digits are a published test number
 * @param signing what can be arranged for the signing service, if one runs
 */
record ControlParts(
    String federationUrl,
    Federation federation,
    Membership membership,
    List<MockIdp> idps,
    ExtraPeople people,
    Exchanges exchanges,
    Switchboard switchboard,
    Outages outages,
    FeedSwitch feeds,
    ControlClock clock,
    History history,
    Predicate<String> testNumber,
    Optional<Guest.Steering> signing) {

  InstructionReader instructions() {
    return new InstructionReader(
        people,
        testNumber,
        idps.stream().map(idp -> idp.profile().id()).toList(),
        Outcome.failuresById());
  }

  /** Has an identity provider fail, until {@link #endOutage}. */
  void beginOutage(MockIdp idp, Outage outage) {
    outages.begin(idp.profile().id(), outage);
    idp.certificatesExpired(outage.kind() == Outage.Kind.EXPIRED_CERTIFICATE);
  }

  void endOutage(MockIdp idp) {
    outages.end(idp.profile().id());
    idp.certificatesExpired(false);
  }
}
