package se.genrep.deviation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The static constants of a type in all classes of a package and those below it, found by listing
 * the class files in a folder or a jar. A new file is found without anything to register.
 */
public final class Constants {

  private static final String CLASS = ".class";

  private Constants() {}

  /**
   * The constants, class by class in the order of the names.
   *
   * @param anchor any class of the folder or jar that has the package
   * @throws IllegalStateException when there is none: an empty set would look complete
   */
  public static <T> List<T> of(Class<T> type, Class<?> anchor, String packageName) {
    List<T> found = new ArrayList<>();
    for (String file : classFiles(anchor, packageName.replace('.', '/') + "/")) {
      String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
      for (Field field : load(name, anchor).getDeclaredFields()) {
        if (field.getType() == type && Modifier.isStatic(field.getModifiers())) {
          found.add(type.cast(value(field)));
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "the package " + packageName + " has no " + type.getSimpleName());
    }
    return found;
  }

  private static List<String> classFiles(Class<?> anchor, String folder) {
    String self = anchor.getName().replace('.', '/') + CLASS;
    URL place = anchor.getResource("/" + self);
    try {
      URLConnection connection = place.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return only(folder, jar.getJarFile().stream().map(entry -> entry.getName()));
      }
      Path file = Path.of(place.toURI());
      Path root = file.getRoot().resolve(file.subpath(0, file.getNameCount() - depth(self)));
      if (!Files.isDirectory(root.resolve(folder))) {
        return List.of();
      }
      try (Stream<Path> below = Files.walk(root.resolve(folder))) {
        return only(folder, below.map(path -> slashed(root.relativize(path))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the classes have an odd address: " + place, e);
    }
  }

  private static int depth(String file) {
    return file.split("/").length;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static List<String> only(String folder, Stream<String> names) {
    return names
        .filter(name -> name.startsWith(folder) && name.endsWith(CLASS))
        .filter(name -> !name.endsWith("-info" + CLASS))
        .sorted()
        .toList();
  }

  private static Class<?> load(String name, Class<?> anchor) {
    try {
      return Class.forName(name, false, anchor.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the class " + name + " is listed and cannot be loaded", e);
    }
  }

  private static Object value(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " cannot be read", e);
    }
  }
}
