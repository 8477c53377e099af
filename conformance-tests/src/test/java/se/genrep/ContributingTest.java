package se.genrep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.model.ConformanceCase;
import se.genrep.requirement.Catalogue;

/** What CONTRIBUTING.md shows can be copied: it compiles, and it is a case. */
class ContributingTest {

  @TempDir Path classes;

  @Test
  void theCaseInTheFiveStepsIsACase() throws Exception {
    Matcher snippet =
        Pattern.compile("(?s)```java\n(package ([\\w.]+);.*?final class (\\w+) .*?)```")
            .matcher(Files.readString(Path.of("../CONTRIBUTING.md")));
    assertTrue(snippet.find(), "CONTRIBUTING.md has no case");
    compile(snippet.group(3), snippet.group(1));

    URL[] places = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass(snippet.group(2) + "." + snippet.group(3));
      Field field = type.getDeclaredField("REFUSES_EXAMPLE_RECIPIENT");
      field.setAccessible(true);
      ConformanceCase example = (ConformanceCase) field.get(null);
      assertEquals("saml/sp/example-recipient", example.id());
      example.requirements().forEach(Catalogue.load()::get);
    }
  }

  private void compile(String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            "-proc:none");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      boolean good =
          compiler.getTask(null, files, diagnostics, options, null, List.of(file)).call();
      assertTrue(
          good,
          () ->
              diagnostics.getDiagnostics().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining("\n")));
    }
  }
}
