package org.palimpsest.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.palimpsest.evidence.EvidenceException.Reason;

/**
 * A file as an exhibit: the bytes read once, and the digest of exactly those bytes. Everything said
 * about the file afterwards is said about these bytes, whatever happens on the disk.
 *
 * @param path where the file was, as it was named by the user
 * @param bytes the whole content; not copied, not to be changed
 * @param sha256 the digest of {@code bytes}
 * @param type what the first bytes tell
 */
public record Evidence(Path path, byte[] bytes, Sha256 sha256, FileType type) {
  /** Larger files are refused (512 MiB); the content is held in memory. */
  public static final long MAX_BYTES = 512L << 20;

  /** How a file is opened; tests put what happens between looking and opening here. */
  interface Opener {
    InputStream open(Path path) throws IOException;
  }

  /**
   * Reads a file. Links are followed; the file is opened for reading only.
   *
   * @throws EvidenceException if it is missing, empty, too large, no regular file, not readable, or
   *     changes while being read
   */
  public static Evidence take(Path path) throws EvidenceException {
    return take(path, Files::newInputStream);
  }

  static Evidence take(Path path, Opener opener) throws EvidenceException {
    byte[] bytes = read(path, size(path), opener);
    return new Evidence(path, bytes, Sha256.of(bytes), FileType.of(bytes));
  }

  /** Whether the file's name promises another type than its bytes are. */
  public boolean misnamed() {
    return type.disagreesWith(path);
  }

  private static int size(Path path) throws EvidenceException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new EvidenceException(Reason.MISSING, path, e);
    } catch (AccessDeniedException e) {
      throw new EvidenceException(Reason.NO_PERMISSION, path, e);
    } catch (IOException e) {
      throw new EvidenceException(Reason.READ_ERROR, path, e);
    }
    if (attributes.isDirectory()) {
      throw new EvidenceException(Reason.DIRECTORY, path, null);
    }
    if (!attributes.isRegularFile()) {
      throw new EvidenceException(Reason.NOT_A_FILE, path, null); // opening a pipe would block
    }
    if (attributes.size() > MAX_BYTES) {
      throw new EvidenceException(Reason.TOO_LARGE, path, null);
    }
    if (attributes.size() == 0) {
      throw new EvidenceException(Reason.EMPTY, path, null);
    }
    return (int) attributes.size();
  }

  private static byte[] read(Path path, int size, Opener opener) throws EvidenceException {
    try (InputStream in = opener.open(path)) {
      byte[] bytes = new byte[size];
      if (in.readNBytes(bytes, 0, size) < size || in.read() >= 0) {
        throw new EvidenceException(Reason.CHANGED, path, null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new EvidenceException(Reason.VANISHED, path, e);
    } catch (AccessDeniedException e) {
      throw new EvidenceException(Reason.NO_PERMISSION, path, e);
    } catch (IOException e) {
      Reason reason = Files.notExists(path) ? Reason.VANISHED : Reason.READ_ERROR;
      throw new EvidenceException(reason, path, e);
    }
  }
}
