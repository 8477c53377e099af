package se.genrep.idp;

import java.util.List;
import se.genrep.deviation.Applied;
import se.genrep.saml.PostForm;

/**
 * A finished answer.
 *
 * @param form what the browser posts to the service provider
 * @param applied what the deviations did, step by step
 */
public record Made(PostForm form, List<Applied> applied) {}
