package se.genrep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.genrep.deviation.Deviation.deviation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Scene;
import se.genrep.deviation.Stage;
import se.genrep.reference.Variant.Reading;
import se.genrep.saml.XmlNode;

/**
 * The eight signature wrappings of "On Breaking SAML" (2012), with the forged assertion encrypted:
 * the reference refuses each, and one that does not read what is signed believes the forged part.
 */
class WrappingTest {

  private static final World WORLD = World.supplier();

  private record Wrapping(Deviation deviation, Reading reading) {}

  private static Map<String, Wrapping> wrappings() {
    Map<String, Wrapping> all = new LinkedHashMap<>();
    all.put(
        "1: the signed Response inside the signature",
        new Wrapping(
            inResponse((forged, genuine, scene) -> forged.at("ds:Signature").append(genuine)),
            Reading.LAST));
    all.put(
        "2: the signed Response beside the signature",
        new Wrapping(
            inResponse(
                (forged, genuine, scene) ->
                    forged
                        .at("ds:Signature")
                        .insertBefore(forged.create("samlp:Extensions"))
                        .append(genuine)),
            Reading.LAST));
    all.put(
        "2 as well: the signed Response at the end",
        new Wrapping(
            inResponse((forged, genuine, scene) -> forged.append(genuine)), Reading.FIRST));
    all.put(
        "3: a forged assertion before the signed one",
        new Wrapping(
            besideAssertion(
                (response, forged) -> response.at("saml:EncryptedAssertion").insertBefore(forged)),
            Reading.FIRST));
    all.put(
        "3 as well: a forged assertion after the signed one",
        new Wrapping(besideAssertion((response, forged) -> response.append(forged)), Reading.LAST));
    all.put(
        "4: the signed assertion inside the forged one",
        new Wrapping(aroundAssertion((forged, genuine) -> forged.append(genuine)), Reading.FIRST));
    all.put(
        "5: the signature in the forged assertion, the original after it",
        new Wrapping(
            aroundAssertion(
                (forged, genuine) -> {
                  takeSignature(forged, genuine);
                  forged.append(genuine);
                }),
            Reading.FIRST));
    all.put(
        "6: the original inside the signature of the forged assertion",
        new Wrapping(
            aroundAssertion(
                (forged, genuine) -> {
                  takeSignature(forged, genuine);
                  forged.at("ds:Signature").append(genuine);
                }),
            Reading.FIRST));
    all.put(
        "7: the forged assertion in the Extensions",
        new Wrapping(
            besideAssertion(
                (response, forged) ->
                    response
                        .at("samlp:Status")
                        .insertBefore(response.create("samlp:Extensions"))
                        .append(forged)),
            Reading.FIRST));
    all.put(
        "8: the original as an Object of the signature",
        new Wrapping(
            aroundAssertion(
                (forged, genuine) -> {
                  takeSignature(forged, genuine);
                  forged.at("ds:Signature").add("ds:Object").append(genuine);
                }),
            Reading.FIRST));
    all.put(
        "the original keeps the ID that the forged Response has too",
        new Wrapping(
            inResponse(
                (forged, genuine, scene) -> {
                  genuine.attribute("ID").ifPresent(id -> forged.set("ID", id));
                  forged.at("ds:Signature").append(genuine);
                }),
            Reading.LAST));
    return all;
  }

  private interface Around {
    void place(XmlNode forged, XmlNode genuine, Scene scene);
  }

  private interface Beside {
    void place(XmlNode outer, XmlNode inner);
  }

  /** The Response is signed; a forged one with its signature takes its place. */
  private static Deviation inResponse(Around around) {
    return deviation("t", "t")
        .at(
            Stage.SIGNED_RESPONSE,
            (response, scene) -> {
              XmlNode genuine = response.copy();
              genuine.at("ds:Signature").remove();
              response.set("ID", scene.newId());
              XmlNode forged = scene.encrypt(forged(scene.genuineAssertion(), scene));
              response.at("saml:EncryptedAssertion").replaceWith(forged);
              around.place(response, genuine, scene);
              return response;
            });
  }

  /** Only the assertion is signed; another one stands somewhere in the Response. */
  private static Deviation besideAssertion(Beside beside) {
    return onlyAssertionSigned()
        .at(
            Stage.RESPONSE,
            (response, scene) -> {
              beside.place(response, scene.encrypt(forged(scene.genuineAssertion(), scene)));
              return response;
            });
  }

  /** Only the assertion is signed; a forged one that has it inside is encrypted in its place. */
  private static Deviation aroundAssertion(Beside around) {
    return onlyAssertionSigned()
        .at(
            Stage.SIGNED_ASSERTION,
            (assertion, scene) -> {
              XmlNode forged = forged(assertion, scene);
              around.place(forged, assertion.copy());
              return forged;
            });
  }

  private static Deviation onlyAssertionSigned() {
    return deviation("t", "t")
        .prepare(Stage.PROTECTION, (p, scene) -> p.signingResponse(false).signingAssertion(true));
  }

  private static void takeSignature(XmlNode forged, XmlNode genuine) {
    forged.at("saml:Issuer").insertAfter(genuine.at("ds:Signature"));
  }

  private static XmlNode forged(XmlNode genuine, Scene scene) {
    XmlNode forged = genuine.copy().set("ID", scene.newId());
    forged.all("ds:Signature").forEach(XmlNode::remove);
    World.numberIn(forged).at("saml:AttributeValue").text(World.number(World.CANARY));
    return forged;
  }

  @TestFactory
  Stream<DynamicTest> theReferenceRefuses() {
    World.Service service = WORLD.service(Variant.conforming());
    return wrappings().entrySet().stream()
        .map(
            each ->
                dynamicTest(
                    each.getKey(),
                    () -> {
                      String outcome = service.signIn(Deviations.of(each.getValue().deviation()));
                      assertTrue(outcome.startsWith("!"), outcome);
                    }));
  }

  /** The carelessness that matters, alone. */
  @TestFactory
  Stream<DynamicTest> whoDoesNotReadWhatIsSignedBelievesTheForgedPart() {
    return wrappings().entrySet().stream()
        .map(
            each ->
                dynamicTest(
                    each.getKey(),
                    () ->
                        assertEquals(
                            World.number(World.CANARY),
                            WORLD
                                .service(
                                    Variant.without(Check.SIGNED_ELEMENT_IS_READ)
                                        .reading(each.getValue().reading()))
                                .signIn(Deviations.of(each.getValue().deviation())))));
  }

  /** Not to demand a signed Response is no reason to believe a forged assertion. */
  @TestFactory
  Stream<DynamicTest> otherCarelessnessDoesNotHelp() {
    World.Service service =
        WORLD.service(Variant.without(Check.RESPONSE_SIGNED, Check.ASSERTION_SIGNATURE));
    World.Service many = WORLD.service(Variant.without(Check.ONE_SIGNATURE));
    return wrappings().entrySet().stream()
        .filter(each -> each.getKey().matches("[12] .*|[12]:.*"))
        .map(
            each ->
                dynamicTest(
                    each.getKey(),
                    () -> {
                      Deviations one = Deviations.of(each.getValue().deviation());
                      assertTrue(service.signIn(one).startsWith("!"));
                      assertTrue(many.signIn(one).startsWith("!"));
                    }));
  }
}
