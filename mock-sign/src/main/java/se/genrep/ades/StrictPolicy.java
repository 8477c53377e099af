package se.genrep.ades;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The validation policy: that of EU DSS, where everything by which a file can come to say something
 * else than what was signed fails instead of being a warning.
 */
final class StrictPolicy {

  private static final String DEFAULT = "/policy/constraint.xml";

  private StrictPolicy() {}

  static ValidationPolicy load() {
    try (InputStream xml = ValidationPolicyFacade.class.getResourceAsStream(DEFAULT)) {
      ConstraintsParameters policy = ValidationPolicyFacade.newFacade().unmarshall(xml);
      BasicSignatureConstraints basic =
          policy.getSignatureConstraints().getBasicSignatureConstraints();
      for (LevelConstraint each :
          List.of(
              basic.getByteRangeCollision(),
              basic.getPdfAnnotationOverlap(),
              basic.getPdfVisualDifference(),
              basic.getDocMDP(),
              basic.getFieldMDP(),
              basic.getSigFieldLock(),
              basic.getReferenceDataNameMatch(),
              policy.getSignatureConstraints().getStructuralValidation())) {
        each.setLevel(Level.FAIL);
      }
      // RFC 3161, 2.3: the key of a time-stamp authority is for nothing else.
      policy
          .getTimestamp()
          .getBasicSignatureConstraints()
          .getSigningCertificate()
          .getExtendedKeyUsage()
          .setLevel(Level.FAIL);
      policy.getEIDAS().getTLNotExpired().setLevel(Level.FAIL);
      policy.getEIDAS().getTLWellSigned().setLevel(Level.FAIL);
      policy.getContainerConstraints().getAllFilesSigned().setLevel(Level.FAIL);
      return new EtsiValidationPolicy(policy);
    } catch (IOException | jakarta.xml.bind.JAXBException e) {
      throw new IllegalStateException("The validation policy of EU DSS cannot be read", e);
    } catch (javax.xml.stream.XMLStreamException | org.xml.sax.SAXException e) {
      throw new IllegalStateException("The validation policy of EU DSS cannot be read", e);
    }
  }
}
