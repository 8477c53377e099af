package se.genrep.service;

import java.util.List;
import se.genrep.deviation.Applied;
import se.genrep.saml.PostForm;

/**
 * An answer to a requester.
 *
 * @param form what the browser posts
 * @param requester the entityID of who gets it
 * @param applied what the deviations did, step by step
 */
public record SignMade(PostForm form, String requester, List<Applied> applied) {

  public SignMade {
    applied = List.copyOf(applied);
  }
}
