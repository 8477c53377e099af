package se.genrep.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.Tasks;
import se.genrep.World;
import se.genrep.deviation.Deviation;
import se.genrep.deviation.Deviations;
import se.genrep.deviation.Stage;
import se.genrep.idp.Decision;
import se.genrep.idp.MockIdp;
import se.genrep.person.TestPerson;
import se.genrep.pki.Credential;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.ResultCode;
import se.genrep.protocol.SignRequest;
import se.genrep.registry.Attribute;
import se.genrep.registry.LevelOfAssurance;
import se.genrep.registry.SignStatusCode;
import se.genrep.saml.XmlNode;

/** SAP 3.2.3: every fault of a SAD makes the service refuse. */
class SadJudgementTest {

  private static final String LOA4 = LevelOfAssurance.LOA4.uri();

  private static SignMade signed(World world, Deviations wrong) {
    MockIdp idp = world.idp("supplier-loa4");
    TestPerson person =
        world.cast.all().stream()
            .filter(each -> each.canUse(LevelOfAssurance.LOA4) && each.number().isPresent())
            .findFirst()
            .orElseThrow();
    SignRequest request = world.draft(idp).tasks(Tasks.cms("t", AdesType.BES, "a"));
    Arrival.SignIn signIn = world.begin(request);
    String answer = world.answer(idp, signIn, new Decision.SignIn(person, LOA4), wrong);
    return world.service.finish(signIn.state(), answer, MockSign.Instructions.NONE);
  }

  private enum Fault {
    MISSING(ServiceCheck.SAD_PRESENT, null),
    STRANGERS_KEY(ServiceCheck.SAD_SIGNATURE, null),
    VERSION(ServiceCheck.SAD_VERSION, (claims, extension) -> extension.put("ver", "2.0")),
    AUDIENCE(
        ServiceCheck.SAD_AUDIENCE, (claims, extension) -> claims.audience("https://other.example")),
    ISSUER(ServiceCheck.SAD_ISSUER, (claims, extension) -> claims.issuer("https://other.example")),
    EXPIRED(ServiceCheck.SAD_TIMES, (claims, extension) -> claims.expirationTime(new Date(0))),
    IN_RESPONSE_TO(
        ServiceCheck.SAD_IN_RESPONSE_TO, (claims, extension) -> extension.put("irt", "_other")),
    SUBJECT(ServiceCheck.SAD_SUBJECT, (claims, extension) -> claims.subject("191212121212")),
    LEVEL(
        ServiceCheck.SAD_LEVEL,
        (claims, extension) -> extension.put("loa", LevelOfAssurance.LOA3.uri())),
    REQUEST(ServiceCheck.SAD_REQUEST, (claims, extension) -> extension.put("reqid", "other")),
    DOCUMENTS(ServiceCheck.SAD_DOCUMENTS, (claims, extension) -> extension.put("docs", 99));

    private final ServiceCheck check;
    private final BiConsumer<JWTClaimsSet.Builder, Map<String, Object>> change;

    Fault(ServiceCheck check, BiConsumer<JWTClaimsSet.Builder, Map<String, Object>> change) {
      this.check = check;
      this.change = change;
    }

    Deviation deviation() {
      return Deviation.deviation("sad-" + name(), "gives a SAD with a fault")
          .at(
              Stage.ASSERTION,
              (assertion, scene) -> {
                XmlNode attribute = sad(assertion);
                if (this == MISSING) {
                  attribute.remove();
                  return assertion;
                }
                XmlNode value = attribute.at("saml:AttributeValue");
                Credential signer =
                    this == STRANGERS_KEY
                        ? scene.strangers().unregistered()
                        : scene.protection().signer();
                value.text(rewritten(value.text(), signer));
                return assertion;
              });
    }

    private String rewritten(String token, Credential signer) {
      try {
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        Map<String, Object> extension = new HashMap<>(claims.getJSONObjectClaim("seElnSadext"));
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder(claims);
        if (change != null) {
          change.accept(builder, extension);
        }
        builder.claim("seElnSadext", extension);
        boolean elliptic = signer.privateKey() instanceof ECPrivateKey;
        JWSAlgorithm algorithm = elliptic ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), builder.build());
        jwt.sign(
            elliptic
                ? new ECDSASigner((ECPrivateKey) signer.privateKey())
                : new RSASSASigner(signer.privateKey()));
        return jwt.serialize();
      } catch (ParseException | JOSEException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static XmlNode sad(XmlNode assertion) {
    return assertion.all("saml:AttributeStatement/saml:Attribute").stream()
        .filter(each -> each.attribute("Name").orElse("").equals(Attribute.SAD.oidName()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoodSadIsTaken() {
    assertEquals(ResultCode.SUCCESS, World.result(signed(new World(), Deviations.NONE)).get(0));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aSadWithAFaultIsRefused(Fault fault) {
    assertEquals(
        List.of(ResultCode.RESPONDER_ERROR, SignStatusCode.AUTHN_FAILED.uri()),
        World.result(signed(new World(), Deviations.of(fault.deviation()))));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aServiceWithoutTheCheckTakesIt(Fault fault) {
    assertEquals(
        ResultCode.SUCCESS,
        World.result(signed(new World(fault.check), Deviations.of(fault.deviation()))).get(0));
  }

  @Test
  void everyCheckOfASadIsTried() {
    assertEquals(
        Stream.of(ServiceCheck.values()).filter(each -> each.name().startsWith("SAD_")).toList(),
        Stream.of(Fault.values()).map(fault -> fault.check).sorted().toList());
  }
}
