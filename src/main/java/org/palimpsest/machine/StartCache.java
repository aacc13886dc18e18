package org.palimpsest.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether classes come ready-made out of the cache that was trained when the program was packaged.
 */
public enum StartCache {
  USED("used: classes come ready-made, the window opens sooner"),
  REFUSED(
      "there, but not used: it fits neither this Java nor these options; starting takes longer"),
  MISSING("the file is missing; starting takes longer"),
  NONE("none: only installed programs have one");

  private final String words;

  StartCache(String words) {
    this.words = words;
  }

  /** For a person. */
  public String words() {
    return words;
  }

  /** Of this process. */
  public static StartCache ofThisProcess() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return of(machine.getVMOption("AOTCache").getValue(), System.getProperty("java.vm.info", ""));
  }

  /**
   * By what a virtual machine says of itself.
   *
   * @param file that was named to it; empty where none was
   * @param info such as {@code mixed mode, sharing}: with a file named, only that can be shared
   */
  static StartCache of(String file, String info) {
    if (file.isEmpty()) {
      return NONE;
    }
    if (!Files.isRegularFile(Path.of(file))) {
      return MISSING;
    }
    return info.contains("sharing") ? USED : REFUSED;
  }
}
