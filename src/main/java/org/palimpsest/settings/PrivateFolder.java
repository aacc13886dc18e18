package org.palimpsest.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder below a shared temporary one that no other user can write to. The engine's native
 * libraries are loaded from it, so a folder that somebody else prepared must not be used.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /** The same folder in every run where possible, else a fresh one. */
  static Path below(Path temporary) {
    try {
      if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
        return Files.createDirectories(temporary.resolve("palimpsest"));
      }
      Path own = temporary.resolve("palimpsest-" + System.getProperty("user.name").hashCode());
      try {
        return Files.createDirectory(own, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } catch (FileAlreadyExistsException e) {
        return isOwn(own, temporary) ? own : Files.createTempDirectory(temporary, "palimpsest-");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No folder can be made in " + temporary, e);
    }
  }

  /** Whether a folder was made here, by its name. */
  static boolean isOne(Path folder) {
    return folder.toFile().getName().startsWith("palimpsest");
  }

  private static boolean isOwn(Path folder, Path temporary) throws IOException {
    Path probe = Files.createTempFile(temporary, "palimpsest-", null);
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
          && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ONLY);
    } finally {
      Files.delete(probe);
    }
  }
}
