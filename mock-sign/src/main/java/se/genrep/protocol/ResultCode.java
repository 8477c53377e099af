package se.genrep.protocol;

/** dss:ResultMajor and the general dss:ResultMinor of OASIS DSS core 2.6. */
public final class ResultCode {

  private static final String MAJOR = "urn:oasis:names:tc:dss:1.0:resultmajor:";
  private static final String MINOR = "urn:oasis:names:tc:dss:1.0:resultminor:";

  public static final String SUCCESS = MAJOR + "Success";
  public static final String REQUESTER_ERROR = MAJOR + "RequesterError";
  public static final String RESPONDER_ERROR = MAJOR + "ResponderError";

  public static final String NOT_SUPPORTED = MINOR + "NotSupported";
  public static final String GENERAL_ERROR = MINOR + "GeneralError";

  private ResultCode() {}
}
