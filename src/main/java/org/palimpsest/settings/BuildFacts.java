package org.palimpsest.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this build is, for records that must be repeatable.
 *
 * @param version of Palimpsest
 * @param djl version of the Deep Java Library it was built with
 * @param libtorch version of PyTorch's native library it was built with
 */
public record BuildFacts(String version, String djl, String libtorch) {
  private static final String RESOURCE = "/org/palimpsest/build.properties";

  /** Reads the facts that the build left on the class path. */
  public static BuildFacts read() {
    Properties properties = new Properties();
    try (InputStream in = BuildFacts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks " + RESOURCE);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildFacts(
        fact(properties, "version"), fact(properties, "djl"), fact(properties, "libtorch"));
  }

  private static String fact(Properties properties, String name) {
    String value = properties.getProperty(name, "");
    if (value.isBlank() || value.contains("${")) {
      throw new IllegalStateException("This build does not know its " + name);
    }
    return value;
  }
}
