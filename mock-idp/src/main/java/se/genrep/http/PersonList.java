package se.genrep.http;

import gg.jte.Content;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import se.genrep.idp.Candidate;

/**
 * The list of test persons on the page. It is the same for all requests with the same levels, so
 * its HTML is made once for each and kept.
 */
public final class PersonList {

  /** More than the orders of levels that any profile's requests come in. */
  private static final int MOST_KEPT = 200;

  /**
   * @param id the value of the form field {@code person}
   * @param number the identity number as written; empty for none
   * @param reason what the person is there to show
   * @param levels the last parts of the URIs the person can be authenticated under
   */
  public record Row(String id, String name, String number, String reason, List<String> levels) {

    private boolean matches(String group, String needle) {
      return folded(
              String.join(
                  "\n",
                  name,
                  number,
                  number.replace("-", ""),
                  reason,
                  id,
                  group,
                  String.join("\n", levels)))
          .contains(needle);
    }
  }

  /** Persons that belong together, ordinary ones first. */
  public record Group(String title, List<Row> rows) {}

  private record Key(Language language, List<String> contexts, String authority) {}

  private record Kept(List<Group> groups, int count, ChoosePage.People all) {}

  private final Pages pages;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  PersonList(Pages pages) {
    this.pages = pages;
  }

  /**
   * The persons for a page.
   *
   * @param authority the id of who authenticates for a proxy; empty for no proxy
   * @param search words of which each must occur in name, number, reason, group, level or id; empty
   *     for all
   * @param chosen the id of the person chosen before; empty for none
   */
  ChoosePage.People of(
      Language language,
      List<String> contexts,
      String authority,
      Supplier<List<Candidate>> candidates,
      String search,
      String chosen) {
    Kept list = kept(new Key(language, contexts, authority), candidates);
    if (search.isBlank() && chosen.isEmpty()) {
      return list.all();
    }
    List<Group> found = search(list.groups(), search);
    String checked = chosen.isEmpty() ? first(found) : chosen;
    return new ChoosePage.People(rows(language, found, checked), count(found), list.count());
  }

  private Kept kept(Key key, Supplier<List<Candidate>> candidates) {
    Language language = key.language();
    Kept list = kept.get(key);
    if (list == null) {
      List<Group> groups = groups(language, candidates.get());
      int count = count(groups);
      list =
          new Kept(
              groups,
              count,
              new ChoosePage.People(rows(language, groups, first(groups)), count, count));
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(key, list);
    }
    return list;
  }

  private static List<Group> groups(Language language, List<Candidate> candidates) {
    Map<String, List<Row>> byTrait = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      byTrait
          .computeIfAbsent(PersonTexts.group(candidate.person(), language), t -> new ArrayList<>())
          .add(
              new Row(
                  candidate.person().id(),
                  PersonTexts.name(candidate.person()),
                  PersonTexts.number(candidate.person()),
                  PersonTexts.reason(candidate.person(), language),
                  candidate.contexts().stream()
                      .map(ChoosePage.Level::of)
                      .map(ChoosePage.Level::name)
                      .toList()));
    }
    return byTrait.entrySet().stream()
        .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private static int count(List<Group> groups) {
    return groups.stream().mapToInt(group -> group.rows().size()).sum();
  }

  private static String first(List<Group> groups) {
    return groups.isEmpty() ? "" : groups.get(0).rows().get(0).id();
  }

  private static List<Group> search(List<Group> groups, String search) {
    String[] needles = folded(search.strip()).split("\\s+", 10);
    List<Group> found = new ArrayList<>();
    for (Group group : groups) {
      List<Row> rows =
          group.rows().stream()
              .filter(
                  row ->
                      List.of(needles).stream()
                          .allMatch(needle -> row.matches(group.title(), needle)))
              .toList();
      if (!rows.isEmpty()) {
        found.add(new Group(group.title(), rows));
      }
    }
    return found;
  }

  /** Small letters, each in one way: an accent may be typed apart from its letter or with it. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private Content rows(Language language, List<Group> groups, String chosen) {
    byte[] html =
        pages.part(
            "people.jte",
            Map.of("frame", Frame.once(language, Text.PERSON), "groups", groups, "chosen", chosen));
    return output -> output.writeBinaryContent(html);
  }
}
