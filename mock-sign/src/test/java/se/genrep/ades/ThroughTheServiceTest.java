package se.genrep.ades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.genrep.World;
import se.genrep.person.TestPerson;
import se.genrep.protocol.AdesType;
import se.genrep.protocol.SigType;
import se.genrep.protocol.SignResponse;
import se.genrep.protocol.SignTask;
import se.genrep.protocol.SignTask.AdesObject;
import se.genrep.trust.RevocationStatus;
import se.genrep.trust.Revocations;

/** A document that a requester prepares, the signing service signs, and the requester completes. */
class ThroughTheServiceTest {

  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  private final World world = new World();

  private SignTask task(PreparedDocument prepared) {
    SigType type =
        switch (prepared.format()) {
          case PADES -> SigType.PDF;
          case XADES -> SigType.XML;
          default -> SigType.CMS;
        };
    SignTask task = SignTask.of("t1", type, AdesType.BES, prepared.toBeSigned());
    return prepared
        .signatureId()
        .map(id -> task.withObject(new AdesObject(Optional.of(id), Optional.empty())))
        .orElse(task);
  }

  private byte[] signed(Document document, Format format, Optional<Appearance> visible)
      throws Exception {
    PreparedDocument prepared =
        Requester.prepare(document, format, ECDSA, visible, world.clock.instant());
    TestPerson person = world.person("ordinary-with-samordningsnummer");
    SignResponse response =
        world.signed(
            world.draft().levels(World.LOA3).algorithm(ECDSA).tasks(task(prepared)), person);
    SignTask answered = response.tasks().get(0);
    return Requester.complete(
        prepared,
        ECDSA,
        new PreparedDocument.Signed(
            answered.toBeSigned(),
            answered.adesObject().flatMap(AdesObject::bytes),
            answered.signature().orElseThrow().value(),
            response.chain()));
  }

  private Verdict verify(byte[] signed, Format format) {
    RevocationStatus status =
        new RevocationStatus(world.service.authority(), Revocations.inMemory(), world.clock);
    return new Verifier(List.of(world.service.authority().root()), Optional.of(status), world.clock)
        .verify(new Document("signed." + format.extension(), signed));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"PADES", "XADES", "CADES"})
  void whatTheServiceSignsIsAdvancedAndSaysWhoWhereAndAtWhatLevel(Format format) throws Exception {
    byte[] signed = signed(Workshop.documentFor(format), format, Optional.empty());
    Verdict verdict = verify(signed, format);
    Verdict.OfSignature signature = verdict.leading().orElseThrow();
    assertEquals(List.of(), signature.reasons());
    assertTrue(verdict.advanced(), verdict.toString());
    assertEquals(
        Optional.of(
            "PNOSE-" + world.person("ordinary-with-samordningsnummer").number().orElseThrow()),
        signature.signer().orElseThrow().identifier());
    String evidence = signature.article26().b().evidence().toString();
    assertTrue(evidence.contains(world.idp().entityId()), evidence);
    assertTrue(evidence.contains(World.LOA3), evidence);
  }

  @Test
  void aVisibleSignatureToo() throws Exception {
    byte[] signed =
        signed(
            Workshop.documentFor(Format.PADES),
            Format.PADES,
            Optional.of(Appearance.of("MOCK/TEST")));
    assertTrue(verify(signed, Format.PADES).advanced());
  }
}
