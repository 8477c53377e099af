package se.genrep.lint.rules;

import static se.genrep.lint.Rule.rule;
import static se.genrep.lint.Rule.suspicion;

import se.genrep.lint.Rule;
import se.genrep.registry.EntityCategory;
import se.genrep.registry.ServiceContract;
import se.genrep.registry.ServiceType;

/** What kind of service provider it is, and its agreements (EC 4; TAR 1.1.2, 3.5, 3.6). */
public final class SectorRules {

  public static final Rule SECTOR =
      rule(
              "sector-unclear",
              "declares not exactly one of the two sectors",
              "TAR-3.5.2-01",
              "TAR-3.5.2-02",
              "TAR-3.5.2-03",
              "EC-4.2-01",
              "EC-4.3-01")
          .ofSp(
              (entity, at, report) -> {
                boolean publicSector = entity.declares(ServiceType.PUBLIC_SECTOR_SP);
                boolean privateSector = entity.declares(ServiceType.PRIVATE_SECTOR_SP);
                if (publicSector == privateSector) {
                  report.add(
                      publicSector
                          ? entity.valueOf(ServiceType.PRIVATE_SECTOR_SP)
                          : entity.categoryPlace(),
                      publicSector ? "both sectors" : "neither sector",
                      "exactly one of public-sector-sp and private-sector-sp",
                      publicSector
                          ? "Remove the one that is wrong"
                          : "Declare "
                              + ServiceType.PUBLIC_SECTOR_SP.uri()
                              + " or the private one");
                }
              });

  public static final Rule PRIVATE_IN_SYSTEM =
      rule(
              "private-in-authorisation-system",
              "is private and declares the authorisation system's contract",
              "TAR-1.1.2-02")
          .ofSp(
              (entity, at, report) -> {
                if (entity.declares(ServiceType.PRIVATE_SECTOR_SP)
                    && entity.declares(ServiceContract.EID_AUTHORIZATION_SYSTEM)) {
                  report.add(
                      entity.valueOf(ServiceContract.EID_AUTHORIZATION_SYSTEM),
                      "eid-authorization-system with private-sector-sp",
                      "the contract on public relying parties only",
                      "Remove the contract, or correct the sector");
                }
              });

  public static final Rule NO_CONTRACT =
      rule("sp-without-contract", "declares no contract", "TAR-3.6-01")
          .ofSp(
              (entity, at, report) -> {
                if (entity.categories(EntityCategory.Type.SERVICE_CONTRACT).isEmpty()) {
                  report.add(
                      entity.categoryPlace(),
                      "no service contract category",
                      "the agreements that it has, by which identity providers decide",
                      "Declare them, for example "
                          + ServiceContract.EID_AUTHORIZATION_SYSTEM.uri());
                }
              });

  public static final Rule NO_CONNECTION_AGREEMENT =
      suspicion(
              "sp-without-connection-agreement",
              "does not declare its connection agreement with Digg",
              "TAR-3.6.1-01")
          .ofSp(
              (entity, at, report) -> {
                if (!entity.declares(ServiceContract.SWEDEN_CONNECT)) {
                  report.add(
                      entity.categoryPlace(),
                      "no " + ServiceContract.SWEDEN_CONNECT.label(),
                      "the contract of whoever has signed one of Digg's connection agreements",
                      "Declare " + ServiceContract.SWEDEN_CONNECT.uri());
                }
              });

  private SectorRules() {}
}
