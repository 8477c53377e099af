package se.genrep.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.genrep.federation.EntityMetadata;
import se.genrep.federation.Matching;
import se.genrep.reference.DemoEntrance.Judging;
import se.genrep.registry.LevelOfAssurance;

/** Renders the pages of the demo e-service. */
final class DemoPages {

  private final String baseUrl;

  DemoPages(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * @param sp the service as the federation has it
   */
  byte[] start(String language, DemoService service, EntityMetadata sp, List<EntityMetadata> idps) {
    List<DemoView.Choice> choices = new ArrayList<>();
    List<DemoView.Hidden> hidden = new ArrayList<>();
    for (EntityMetadata idp : idps) {
      List<Matching.Mismatch> why = Matching.judge(sp, idp);
      if (why.isEmpty()) {
        choices.add(choice(language, service, idp));
      } else {
        hidden.add(
            new DemoView.Hidden(
                idp.entityId(),
                name(idp, language),
                why.stream().map(each -> reason(each.rule())).toList()));
      }
    }
    DemoView.Start page =
        new DemoView.Start(
            language,
            tab(language, service, true),
            service.entityId(baseUrl),
            service.entityId(baseUrl) + "/metadata",
            Arrays.stream(DemoService.values())
                .map(each -> tab(language, each, each == service))
                .toList(),
            choices,
            hidden,
            service.levels().stream()
                .map(LevelOfAssurance::uri)
                .filter(uri -> idps.stream().anyMatch(idp -> idp.assurance().contains(uri)))
                .map(DemoView.Level::of)
                .toList());
    return ServicePages.render("demo-start.jte", language, Map.of("page", page));
  }

  byte[] accepted(String language, DemoVisits.Accepted accepted) {
    SignedIn person = accepted.person();
    Testimony said = person.testimony().orElseThrow();
    DemoView.Accepted page =
        new DemoView.Accepted(
            language,
            tab(language, accepted.service(), true),
            person.name(),
            accepted.service().knownBy().friendlyName(),
            person.subject(),
            person.context(),
            accepted.asked().stream().map(DemoView.Level::of).toList(),
            accepted.forced(),
            name(accepted.idp(), language),
            said.issuer(),
            said.authorities(),
            said.nameId(),
            said.nameIdFormat(),
            said.times().stream()
                .map(time -> new DemoView.Time(time.name(), time.value()))
                .toList(),
            accepted.at().toString(),
            said.attributes().stream()
                .map(each -> new DemoView.Told(each.name(), each.friendlyName(), each.values()))
                .toList(),
            accepted.passed().stream().map(check -> made(check, language)).toList());
    return ServicePages.render("demo-accepted.jte", language, Map.of("page", page));
  }

  byte[] refused(String language, DemoService service, Judging judging, Refusal refusal) {
    EntityMetadata idp = judging.policy().setup().idp();
    DemoView.Refused page =
        new DemoView.Refused(
            language,
            tab(language, service, true),
            name(idp, language),
            idp.entityId(),
            Arrays.stream(Check.values())
                .filter(check -> check.name().equals(refusal.check()))
                .findFirst()
                .map(check -> made(check, language))
                .orElseGet(
                    () ->
                        new DemoView.Made(
                            refusal.check(), DemoText.FORM_CHECK.in(language), List.of())),
            refusal.getMessage(),
            judging.held().stream().map(check -> made(check, language)).toList());
    return ServicePages.render("demo-refused.jte", language, Map.of("page", page));
  }

  /** Something else is wrong than an answer. */
  byte[] fault(String language, String what) {
    return ServicePages.render("demo-fault.jte", language, Map.of("what", what));
  }

  private static DemoView.Tab tab(String language, DemoService service, boolean current) {
    DemoText lead =
        switch (service) {
          case WITH_SAMORDNINGSNUMMER -> DemoText.SERVICE_OPT_IN;
          case WITHOUT_SAMORDNINGSNUMMER -> DemoText.SERVICE_PNR;
          case EIDAS -> DemoText.SERVICE_EIDAS;
          case EMPLOYEES -> DemoText.SERVICE_EMPLOYEES;
        };
    return new DemoView.Tab(service.id(), service.name(language), lead, current);
  }

  private static DemoView.Choice choice(String language, DemoService service, EntityMetadata idp) {
    EntityMetadata.UiInfo ui = ui(idp);
    return new DemoView.Choice(
        idp.entityId(),
        name(idp, language),
        ui.description(language).orElse(""),
        ui.logos().stream()
            .filter(logo -> logo.url().startsWith("data:image/") || logo.url().startsWith("http"))
            .findFirst()
            .map(logo -> new DemoView.Logo(logo.url(), logo.width(), logo.height()))
            .orElse(null),
        service.common(idp).stream().map(DemoView.Level::of).toList());
  }

  private static DemoView.Reason reason(Matching.Rule rule) {
    DemoText sentence =
        switch (rule) {
          case NOTHING_ASKED -> DemoText.MISMATCH_NOTHING_ASKED;
          case SERVICE_ENTITY -> DemoText.MISMATCH_SERVICE_ENTITY;
          case SERVICE_PROPERTY -> DemoText.MISMATCH_SERVICE_PROPERTY;
          case SERVICE_CONTRACT -> DemoText.MISMATCH_SERVICE_CONTRACT;
        };
    return new DemoView.Reason(rule.requirement(), sentence);
  }

  private static DemoView.Made made(Check check, String language) {
    CheckText text = CheckText.of(check);
    return new DemoView.Made(check.name(), text.in(language), text.requirements());
  }

  private static EntityMetadata.UiInfo ui(EntityMetadata idp) {
    return idp.identityProvider()
        .map(EntityMetadata.IdpRole::ui)
        .orElse(EntityMetadata.UiInfo.NONE);
  }

  private static String name(EntityMetadata idp, String language) {
    return ui(idp).displayName(language).orElse(idp.entityId());
  }
}
