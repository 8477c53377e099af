package se.genrep.lint.rules;

import static se.genrep.lint.Rule.pointer;
import static se.genrep.lint.Rule.rule;

import java.util.ArrayList;
import java.util.List;
import se.genrep.federation.XmlTime;
import se.genrep.lint.Rule;
import se.genrep.saml.XmlNode;

/** The document as a whole (DP 2). */
public final class DocumentRules {

  public static final Rule SCHEMA =
      rule("schema", "breaks the schema of SAML 2.0 metadata", "DP-2-02").ofDocument();

  public static final Rule ENTITY_TWICE =
      rule("entity-twice", "stands in the document more than once", "DP-2-01").ofDocument();

  public static final Rule EXPIRED =
      rule("expired", "was valid until a time that has passed", "DP-2-04").ofDocument();

  public static final Rule NO_END =
      pointer("no-end", "has no end of its validity", "DP-2-04").ofDocument();

  public static final Rule SIGNATURE_BROKEN =
      rule("signature-broken", "has a signature that does not verify", "DP-2-05").ofDocument();

  public static final Rule SIGNATURE_WEAK =
      rule("signature-weak", "is signed with an algorithm that is out of use", "DP-8-10")
          .ofDocument();

  public static final Rule SIGNER_UNKNOWN =
      rule("signer-unknown", "is not signed by the signer that was named", "DP-2-05").ofDocument();

  public static final Rule UNSIGNED =
      pointer("unsigned", "is an aggregate without a signature", "DP-2-05").ofDocument();

  public static final Rule PART_EXPIRED =
      rule("part-expired", "has a part whose validity has passed", "DP-2-04")
          .ofEntity(
              (entity, at, report) -> {
                List<XmlNode> parts = new ArrayList<>(at.children());
                if (entity.published()) {
                  parts.add(at); // of a document with one entity it is the end of the whole
                }
                for (XmlNode part : parts) {
                  part.attribute("validUntil")
                      .filter(
                          text ->
                              XmlTime.parse(text)
                                  .filter(until -> !until.isAfter(entity.now()))
                                  .isPresent())
                      .ifPresent(
                          text ->
                              report.add(
                                  part,
                                  "validUntil=\"" + text + "\", which has passed",
                                  "a validUntil in the future",
                                  "Export the metadata anew, or remove validUntil"));
                }
              });

  private DocumentRules() {}
}
