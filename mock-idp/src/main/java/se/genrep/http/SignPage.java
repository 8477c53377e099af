package se.genrep.http;

/**
 * What the page shows where a sign message is accepted (DP 7.1.1).
 *
 * @param idp the identity provider's name
 * @param action where the form goes
 * @param state the request and who signs, sealed
 * @param signer the name of who signs
 */
public record SignPage(
    Frame frame,
    String idp,
    String action,
    String state,
    Service service,
    String signer,
    Message message) {}
