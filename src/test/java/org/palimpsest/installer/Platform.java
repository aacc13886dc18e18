package org.palimpsest.installer;

import java.util.Locale;

/** The systems a package is made for, each on itself. */
enum Platform {
  LINUX(".so", "lib", "linux"),
  WINDOWS(".dll", "bin", "windows"),
  MACOS(".dylib", "lib", "macos");

  private final String ending;
  private final String natives;
  private final String folder;

  /**
   * A platform.
   *
   * @param ending of native libraries
   * @param natives folder of a Java runtime in which they lie
   * @param folder of the definitions below {@code installer}
   */
  Platform(String ending, String natives, String folder) {
    this.ending = ending;
    this.natives = natives;
    this.folder = folder;
  }

  static Platform ofThisMachine() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
  }

  String ending() {
    return ending;
  }

  String natives() {
    return natives;
  }

  String folder() {
    return folder;
  }

  /** The processor, as the libraries of the engine name it. */
  static String processor() {
    String arch = System.getProperty("os.arch");
    return arch.equals("amd64") ? "x86_64" : arch;
  }
}
