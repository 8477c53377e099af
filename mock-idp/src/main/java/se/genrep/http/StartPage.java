package se.genrep.http;

import java.util.List;

/**
 * What the start page shows.
 *
 * @param aggregate the address of the federation's metadata
 * @param places the operator's other addresses
 * @param join the address of the page on which service providers join
 * @param signer the address of the certificate that verifies it
 * @param services the first service providers
 * @param more how many others there are
 * @param reading a sentence while files are being read, otherwise null
 * @param folder where service providers put their metadata; null for a federation without files
 * @param problems why files are not in use, one sentence each
 */
public record StartPage(
    Frame frame,
    String aggregate,
    List<Place> places,
    String join,
    String signer,
    List<Idp> idps,
    List<Member> services,
    int more,
    String reading,
    String folder,
    List<String> problems) {

  /**
   * An address of the operator's.
   *
   * @param link whether there is anything to see when it is opened
   */
  public record Place(String id, Text name, String address, boolean link) {}

  /** An identity provider that runs here. */
  public record Idp(
      String profile,
      String name,
      String description,
      Service.Picture logo,
      String entityId,
      String metadata,
      List<String> levels) {}

  /** A service provider, and the file its metadata is in. */
  public record Member(Service service, String file) {}
}
