package se.genrep.idp;

import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Applied;
import se.genrep.saml.PostForm;

/**
 * A finished answer.
 *
 * @param form what the browser posts to the service provider
 * @param applied what the deviations did, step by step
 * @param session what the browser can keep of it; empty unless the person was authenticated for it
 */
public record Made(PostForm form, List<Applied> applied, Optional<SsoSession> session) {}
