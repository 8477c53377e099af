package se.genrep.idp;

import java.util.List;

/**
 * The samlp:Scoping of a request (SAML core 3.4.1.2, DP 5.3.2).
 *
 * @param providers who may authenticate the person, by entityID or eIDAS alias; none for anybody
 * @param requesters on whose behalf the request is made, for instance of a signature service
 *     (DP-7.1-05)
 * @param proxyCount how many proxies there may be from here on, or -1
 */
public record Scoping(List<String> providers, List<String> requesters, int proxyCount) {

  public static final Scoping NONE = new Scoping(List.of(), List.of(), -1);
}
