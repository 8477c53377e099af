package se.genrep.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.genrep.deviation.sample.First;
import se.genrep.deviation.sample.below.Second;

class ConstantsTest {

  private static final String PACKAGE = "se.genrep.deviation.sample";
  private static final List<Class<?>> CLASSES = List.of(First.class, Second.class);

  @TempDir Path folder;

  @Test
  void findsConstantsOfOneTypeInAFolderAndBelow() {
    assertEquals(List.of("one", "two"), Constants.of(String.class, First.class, PACKAGE));
    assertEquals(List.of(3), Constants.of(Integer.class, First.class, PACKAGE));
  }

  /** The shaded jar has entries for files only. */
  @Test
  void findsTheSameInAJarWithoutEntriesForFolders() throws Exception {
    Path jar = folder.resolve("sample.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Class<?> each : CLASSES) {
        String name = each.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = each.getResourceAsStream("/" + name)) {
          in.transferTo(out);
        }
      }
    }
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> anchor = loader.loadClass(First.class.getName());
      assertEquals(loader, anchor.getClassLoader());
      assertEquals(List.of("one", "two"), Constants.of(String.class, anchor, PACKAGE));
    }
  }

  @Test
  void anEmptyOrMissingPackageIsRefused() {
    for (String empty : List.of(PACKAGE, PACKAGE + ".nowhere")) {
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> Constants.of(Long.class, First.class, empty));
      assertTrue(refused.getMessage().contains(empty + " has no Long"), refused.getMessage());
    }
  }
}
