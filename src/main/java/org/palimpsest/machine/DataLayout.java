package org.palimpsest.machine;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Which arrangement the user's data folder has. A version that changes the arrangement so that this
 * one would misread it raises the number; then this one refuses, instead of mending what it does
 * not know.
 */
public final class DataLayout {
  /** The arrangement this version reads and writes. */
  static final int CURRENT = 1;

  private static final String FILE = "layout.properties";

  private final Path data;
  private final String version;

  /**
   * That of a data folder.
   *
   * @param version of this program, for the message another one may have to give
   */
  public DataLayout(Path data, String version) {
    this.data = data;
    this.version = version;
  }

  /**
   * Notes the arrangement in a folder that has none, and refuses a newer one.
   *
   * @throws StartException if the data were arranged by a newer version
   */
  public void claim() throws StartException {
    Path file = data.resolve(FILE);
    Properties found = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      found.load(in);
    } catch (NoSuchFileException e) {
      write(file);
      return;
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    int layout;
    try {
      layout = Integer.parseInt(found.getProperty("layout", "").strip());
    } catch (NumberFormatException e) {
      throw unreadable(file, e);
    }
    if (layout > CURRENT) {
      throw new StartException(
          "STA-03",
          "The data in %s were arranged by Palimpsest %s; this is %s, which cannot read them. Use the"
                  .formatted(data, found.getProperty("version", "of a newer version"), version)
              + " newer version, or move that folder away.");
    }
  }

  private static StartException unreadable(Path file, Exception cause) {
    return new StartException(
        "STA-03",
        "%s cannot be read, so it is not known whether this version understands the data beside it."
            .formatted(file),
        cause);
  }

  private void write(Path file) throws StartException {
    try {
      Path written = Files.createTempFile(data, ".layout-", null);
      try {
        Files.writeString(
            written, "layout=%d\nversion=%s\n".formatted(CURRENT, version), StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw new StartException("STA-02", "%s cannot be written.".formatted(file), e);
    }
  }
}
