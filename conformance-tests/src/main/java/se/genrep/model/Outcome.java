package se.genrep.model;

/** What the identity oracle saw after a stimulus: who the system believes is signed in. */
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

  String inWords();
}
