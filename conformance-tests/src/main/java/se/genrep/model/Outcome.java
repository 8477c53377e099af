package se.genrep.model;

/**
 * What was seen after a stimulus: by the identity oracle, who the system believes is signed in; by
 * an observer, whether what the system sends and shows keeps a rule.
 */
public sealed interface Outcome {

  /** The system believes that this person is signed in. */
  record Accepted(String subject) implements Outcome {
    @Override
    public String inWords() {
      return "signed in as " + subject;
    }
  }

  /** Nobody is signed in, and the system said so in an orderly way. */
  record Refused(String how) implements Outcome {
    @Override
    public String inWords() {
      return "nobody signed in (" + how + ")";
    }
  }

  /** The system crashed or could not be reached. This is not a refusal. */
  record Error(String what) implements Outcome {
    @Override
    public String inWords() {
      return "error: " + what;
    }
  }

  /** The stimulus could not be brought to the system. */
  record NotDelivered(String why) implements Outcome {
    @Override
    public String inWords() {
      return "not delivered: " + why;
    }
  }

  /** All that was seen keeps the rule. */
  record Kept(String seen) implements Outcome {
    @Override
    public String inWords() {
      return seen;
    }
  }

  /** Something that was seen breaks the rule. */
  record Broken(String what) implements Outcome {
    @Override
    public String inWords() {
      return what;
    }
  }

  /** The system gave no occasion to judge the rule: it does not send what the rule is about. */
  record NotSeen(String why) implements Outcome {
    @Override
    public String inWords() {
      return why;
    }
  }

  /** Only a person can judge what was seen; the text says what to look at. */
  record ToReview(String whatToLookAt) implements Outcome {
    @Override
    public String inWords() {
      return whatToLookAt;
    }
  }

  String inWords();
}
