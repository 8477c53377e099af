package se.genrep.deviation;

import static se.genrep.deviation.Deviation.deviation;
import static se.genrep.deviation.Stage.TEXT;

/**
 * How the XML of a Response is written: what DP 6.2 forbids, what no XML is, and what is all the
 * same to a reader.
 */
public final class WritingDeviations {

  public static final Deviation DOCTYPE =
      deviation("doctype", "has a document type")
          .at(TEXT, (text, scene) -> "<!DOCTYPE samlp:Response>" + text);

  public static final Deviation DOCTYPE_WITH_ENTITY =
      deviation("doctype-with-entity", "declares an entity that it does not use")
          .at(TEXT, (text, scene) -> "<!DOCTYPE samlp:Response [<!ENTITY genrep \"x\">]>" + text);

  public static final Deviation ENTITY_IN_ISSUER =
      deviation("entity-in-issuer", "writes part of the Issuer as an entity")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response [<!ENTITY genrep \"http\">]>"
                      + text.replaceFirst(">http", ">&genrep;"));

  public static final Deviation EXTERNAL_ENTITY =
      deviation("external-entity", "declares an entity that stands in a file")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response [<!ENTITY genrep SYSTEM \"file:///dev/null\">]>"
                      + text);

  public static final Deviation EXTERNAL_DOCUMENT_TYPE =
      deviation("external-document-type", "has a document type that stands on the web")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response SYSTEM \"http://127.0.0.1:9/response.dtd\">" + text);

  public static final Deviation PARAMETER_ENTITY =
      deviation("parameter-entity", "declares a parameter entity")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response [<!ENTITY % genrep \"<!ENTITY other 'x'>\"> %genrep;]>"
                      + text);

  public static final Deviation ENTITY_OF_ENTITIES =
      deviation("entity-of-entities", "declares entities made of entities")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                      + text);

  public static final Deviation ID_DECLARED_ELSEWHERE =
      deviation("id-declared-elsewhere", "declares another attribute to be the ID")
          .at(
              TEXT,
              (text, scene) ->
                  "<!DOCTYPE samlp:Response [<!ATTLIST samlp:Response Destination ID #IMPLIED>]>"
                      + text);

  public static final Deviation TEXT_AFTER_THE_END =
      deviation("text-after-the-end", "writes something after the end of the Response")
          .at(TEXT, (text, scene) -> text + "and so on");

  public static final Deviation TEXT_BEFORE_THE_BEGINNING =
      deviation("text-before-the-beginning", "writes something before the Response begins")
          .at(TEXT, (text, scene) -> "Response: " + text);

  public static final Deviation ELEMENT_AFTER_THE_END =
      deviation("element-after-the-end", "writes one more element after the Response")
          .at(
              TEXT,
              (text, scene) ->
                  text + "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>");

  public static final Deviation ZERO_AT_THE_END =
      deviation("zero-at-the-end", "writes a NUL after the end of the Response")
          .at(TEXT, (text, scene) -> text + "\0");

  public static final Deviation XML_DECLARATION =
      deviation("xml-declaration", "begins with an XML declaration")
          .at(TEXT, (text, scene) -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text);

  public static final Deviation COMMENT_BEFORE_THE_RESPONSE =
      deviation("comment-before-the-response", "begins with a comment")
          .at(TEXT, (text, scene) -> "<!-- from Genrep -->" + text);

  public static final Deviation INSTRUCTION_AFTER_THE_RESPONSE =
      deviation("instruction-after-the-response", "ends with a processing instruction")
          .at(TEXT, (text, scene) -> text + "<?genrep over?>");

  public static final Deviation ISSUER_IN_CDATA =
      deviation("issuer-in-cdata", "writes part of the Issuer as CDATA")
          .at(TEXT, (text, scene) -> text.replaceFirst(">http", "><![CDATA[http]]>"));

  public static final Deviation ISSUER_IN_REFERENCES =
      deviation("issuer-in-references", "writes part of the Issuer as character references")
          .at(TEXT, (text, scene) -> text.replaceFirst(">http", ">&#x68;tt&#112;"));

  public static final Deviation LINES_OF_BASE64 =
      deviation("lines-of-base64", "breaks the message into lines of 76 characters")
          .at(
              Stage.DELIVERY,
              (form, scene) ->
                  form.with(
                      "SAMLResponse",
                      form.fields().get("SAMLResponse").replaceAll("(.{76})", "$1\r\n")));

  private WritingDeviations() {}
}
