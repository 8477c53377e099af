package se.genrep.reference;

import java.util.Optional;
import se.genrep.reference.Sessions.Session;
import se.genrep.saml.MalformedMessage;
import se.genrep.saml.SamlNs;
import se.genrep.saml.XmlNode;

/** Judges an answer as DP 6.3 says, in the order in which one can rely on what was read before. */
final class ReferenceJudge implements Judge {

  private final Policy policy;
  private final Keyring keyring;
  private final Sessions sessions;

  ReferenceJudge(Policy policy, Sessions sessions) {
    this.policy = policy;
    this.keyring = new Keyring(policy);
    this.sessions = sessions;
  }

  @Override
  public SignedIn judge(String message, Optional<Session> session) throws Refusal {
    XmlNode root = parse(policy, message);
    AnswerReading reading =
        policy.makes(Check.SIGNED_ELEMENT_IS_READ)
            ? new SignedReading(policy, keyring, root)
            : new AnywhereReading(policy, keyring, root);
    Solicitation solicitation = new Solicitation(policy, sessions, session);
    Times times = new Times(policy);

    XmlNode response = Names.seen(policy, reading.response());
    new ResponseChecks(policy, times).judge(response);
    new Abilities(policy).response(response);
    solicitation.response(response);
    ResponseChecks.status(policy, response);

    XmlNode assertion = Names.seen(policy, reading.assertion());
    new Abilities(policy).assertion(assertion);
    AssertionChecks checks = new AssertionChecks(policy, times, solicitation);
    XmlNode confirmation = checks.judge(assertion);
    SignedIn person = new Person(policy).read(assertion);
    solicitation.once(assertion, times.remembered(confirmation));
    return person
        .by(Testimony.of(policy, response, assertion))
        .shownAs(new Portraitist(policy, sessions).of(person));
  }

  private static XmlNode parse(Policy policy, String message) throws Refusal {
    XmlNode root;
    try {
      root = Parsing.read(policy, message);
    } catch (MalformedMessage e) {
      throw Refusal.form(e.getMessage());
    }
    if (!root.is(SamlNs.SAMLP, "Response")) {
      throw Refusal.form("the message is no Response but <" + root.element().getNodeName() + ">");
    }
    return root;
  }
}
