/**
 * Judges SAML metadata by every rule that shows in the metadata alone: reading as a stream, the
 * rules as values, findings with requirement, XPath and line.
 */
package se.genrep.lint;
