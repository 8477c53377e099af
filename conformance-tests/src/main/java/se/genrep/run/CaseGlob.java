package se.genrep.run;

import java.util.List;
import java.util.regex.Pattern;
import se.genrep.model.ConformanceCase;

/** A pattern for case ids: {@code *} stands for any text, slashes included. */
public record CaseGlob(String text, Pattern pattern) {

  public static CaseGlob of(String text) {
    String[] parts = text.split("\\*", -1);
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      expression.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    return new CaseGlob(text, Pattern.compile(expression.toString()));
  }

  public boolean matches(String id) {
    return pattern.matcher(id).matches();
  }

  /** The cases it names, in their order. */
  public List<ConformanceCase> of(List<ConformanceCase> cases) {
    return cases.stream().filter(each -> matches(each.id())).toList();
  }
}
