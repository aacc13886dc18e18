package org.palimpsest.installer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the pom knows of the program that is packaged.
 *
 * @param version of Palimpsest
 * @param time all packaged files get, so that two builds differ in none
 * @param project folder of the pom
 * @param libraries folder of the program's jar and of the jars of the class path
 * @param javafx folder of the jars of the module path
 * @param licences list of the dependencies' licences
 * @param output folder for the results; emptied
 * @param options of the Java virtual machine
 * @param mainClass that starts the program
 */
record PackageFacts(
    String version,
    Instant time,
    Path project,
    Path libraries,
    Path javafx,
    Path licences,
    Path output,
    List<String> options,
    String mainClass) {
  /** From arguments {@code name=value}. */
  static PackageFacts of(String... arguments) throws PackagingException {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new PackagingException(argument + " is not of the form name=value.");
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new PackageFacts(
        value(values, "version"),
        Instant.parse(value(values, "time")),
        path(values, "project"),
        path(values, "libraries"),
        path(values, "javafx"),
        path(values, "licences"),
        path(values, "output"),
        List.of(value(values, "options").strip().split("\\s+")),
        value(values, "main"));
  }

  private static Path path(Map<String, String> values, String name) throws PackagingException {
    return Path.of(value(values, name)).toAbsolutePath().normalize();
  }

  private static String value(Map<String, String> values, String name) throws PackagingException {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new PackagingException("The fact " + name + " is missing.");
    }
    return value;
  }

  /** Where the definitions of the packages lie. */
  Path definitions() {
    return project.resolve("installer");
  }

  /** The program's own jar. */
  String jar() {
    return "palimpsest-" + version + ".jar";
  }
}
