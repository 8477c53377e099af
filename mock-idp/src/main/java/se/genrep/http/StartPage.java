package se.genrep.http;

import java.util.List;
import se.genrep.person.Bilingual;

/**
 * What the start page shows.
 *
 * @param demo the address of the demo e-service; null when it does not run
 * @param control the control API; null when it does not run
 * @param aggregate the address of the federation's metadata
 * @param places the operator's other addresses
 * @param join the address of the page on which service providers join
 * @param signer the address of the certificate that verifies it
 * @param setup how products are set up for one of the identity providers
 * @param services the first service providers
 * @param more how many others there are
 * @param reading a sentence while files are being read, otherwise null
 * @param folder where service providers put their metadata; null for a federation without files
 * @param problems why files are not in use, one sentence each
 */
public record StartPage(
    Frame frame,
    String demo,
    Control control,
    String aggregate,
    List<Place> places,
    String join,
    String signer,
    List<Idp> idps,
    Setup setup,
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
  public record Place(String id, Bilingual name, String address, boolean link) {}

  /**
   * The control API.
   *
   * @param next a command that arranges what happens with the next request
   * @param history a command that shows what happened
   */
  public record Control(String address, String next, String history) {}

  /** Configuration of the common products, for one identity provider. */
  public record Setup(String profile, String name, List<ProductSetup> products) {}

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
