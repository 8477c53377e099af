package se.genrep.federation;

/**
 * A document with the operator's signature.
 *
 * @param tag changes when the content does: what HTTP calls a strong entity tag, without quotes
 */
public record SignedDocument(byte[] bytes, String tag) {}
