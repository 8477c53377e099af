package se.genrep.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import se.genrep.federation.Feed;
import se.genrep.http.MockFederation;
import se.genrep.input.WholeFile;
import se.genrep.pki.Pem;

/** Says which metadata an identity provider has to consume before it can be tested. */
final class FeedNotice {

  private final MockFederation federation;
  private final Path folder;

  /**
   * @param data the data folder, where copies are written
   */
  FeedNotice(MockFederation federation, Path data) {
    this.federation = federation;
    this.folder = data.resolve("metadata").resolve("feed");
  }

  /** Writes the copies and gives one "what: where" a line. */
  List<String> lines() {
    byte[] feed = federation.federation().feed(Feed.SP).bytes();
    Path copy = folder.resolve("testers.xml");
    Path certificate = folder.resolve("signer.pem");
    WholeFile.write(copy, feed);
    WholeFile.write(
        certificate,
        Pem.encode(federation.federation().signer()).getBytes(StandardCharsets.US_ASCII));
    return List.of(
        "feed: " + federation.baseUrl() + "/metadata/role/sp.xml",
        "copy: " + copy,
        "signed with: " + certificate,
        "served while 'genrep up' or 'genrep test' runs with the same --data, --port and --host");
  }
}
