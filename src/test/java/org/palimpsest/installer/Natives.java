package org.palimpsest.installer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Native libraries within the jars. Unpacked at run time, each would be a file that is loaded from
 * a folder the user can write to, and may not be executable there; so those of this platform lie
 * beside the jars, and those of other platforms are left out.
 */
final class Natives {
  private static final Pattern LIBRARY =
      Pattern.compile(".*\\.(so|so\\.\\d+|dll|dylib|jnilib|lib|a)", Pattern.CASE_INSENSITIVE);

  /** Folders of the libraries that are told by an option where they lie: JNA's and SQLite's. */
  private static final List<String> TOLD = List.of("com/sun/jna/", "org/sqlite/native/");

  private static final List<String> OF_THE_ENGINE = List.of("pytorch/", "jnilib/", "native/lib/");

  private final List<String> own;

  /** Those for a platform and a processor, {@code x86_64} or {@code aarch64}. */
  Natives(Platform platform, String processor) {
    String dashed = processor.replace('_', '-');
    this.own =
        switch (platform) {
          case LINUX -> List.of("linux-" + processor, "/linux/" + processor, "linux-" + dashed);
          case WINDOWS -> List.of("win-" + processor, "/windows/" + processor, "win32-" + dashed);
          case MACOS -> List.of("osx-" + processor, "/mac/" + processor, "darwin-" + dashed);
        };
  }

  /** Whether an entry of a jar is left out of it. */
  boolean isLeftOut(String entry) {
    return LIBRARY.matcher(entry).matches() && (!isOwn(entry) || isUnpacked(entry));
  }

  /** Whether an entry goes into the folder of natives. The engine unpacks its own. */
  boolean isTold(String entry) {
    return LIBRARY.matcher(entry).matches()
        && isOwn(entry)
        && TOLD.stream().anyMatch(entry::startsWith);
  }

  private boolean isOwn(String entry) {
    String name = entry.toLowerCase(Locale.ROOT);
    return name.startsWith("native/lib/") || own.stream().anyMatch(name::contains);
  }

  /** The engine's library for CUDA stays in its jar, for those who bring such an engine. */
  private boolean isUnpacked(String entry) {
    boolean engine = OF_THE_ENGINE.stream().anyMatch(entry::startsWith);
    return engine ? !entry.contains("/cu1") : isTold(entry);
  }
}
