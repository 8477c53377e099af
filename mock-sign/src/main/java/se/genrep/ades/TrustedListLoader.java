package se.genrep.ades;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.TLSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Validates trusted lists, and gives what they trust. Nothing is fetched. */
final class TrustedListLoader {

  private TrustedListLoader() {}

  static TrustedListsCertificateSource load(List<TrustedList> lists) {
    TLSource[] sources = new TLSource[lists.size()];
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < sources.length; i++) {
      CommonTrustedCertificateSource operators = new CommonTrustedCertificateSource();
      operators.addCertificate(new CertificateToken(lists.get(i).operator()));
      sources[i] = new TLSource();
      sources[i].setUrl("list-" + i);
      sources[i].setCertificateSource(operators);
      files.put("list-" + i, lists.get(i).xml());
    }
    TrustedListsCertificateSource trusted = new TrustedListsCertificateSource();
    TLValidationJob job = new TLValidationJob();
    job.setTrustedListSources(sources);
    job.setOnlineDataLoader(url -> new InMemoryDocument(files.get(url), url));
    job.setTrustedListCertificateSource(trusted);
    job.onlineRefresh();
    return trusted;
  }
}
