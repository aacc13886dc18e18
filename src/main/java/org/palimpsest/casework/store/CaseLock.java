package org.palimpsest.casework.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a case, held by one process at a time on a file beside it. The system takes
 * it back when the process ends, however it ends; the lock file stays, because removing it could
 * take another process's lock away. Its text says who holds it.
 */
final class CaseLock implements AutoCloseable {
  private static final int LONGEST = 200;

  private final FileChannel channel;

  private CaseLock(FileChannel channel) {
    this.channel = channel;
  }

  static Path file(Path caseFile) {
    return caseFile.resolveSibling(caseFile.getFileName() + ".lock");
  }

  /**
   * Takes the lock.
   *
   * @return empty when another holds it
   * @throws IOException when no file can be made there, as on a read-only medium
   */
  static Optional<CaseLock> take(Path caseFile, String holder, Instant at) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file(caseFile),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (locked(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      describe(channel, holder, at);
      return Optional.of(new CaseLock(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false); // the text stays readable on Windows
    } catch (OverlappingFileLockException e) {
      return null; // held by another part of this very process
    }
  }

  /** Only for people: on a full disk the lock counts without it. */
  private static void describe(FileChannel channel, String holder, Instant at) {
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((holder + " since " + at).getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(CaseLock.class).debug("The lock has no text", e);
    }
  }

  /** Who holds a case, as far as the lock's text says. */
  static String holder(Path caseFile) {
    try {
      String text = Files.readString(file(caseFile));
      return text.substring(0, Math.min(LONGEST, text.length()));
    } catch (IOException e) {
      return "another program";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
