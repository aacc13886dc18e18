package org.palimpsest.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all: written under a temporary name in the target's folder,
 * forced to the disk and moved over the target in one step. A failure leaves the target as it was
 * and nothing beside it.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What goes into the file, written to a buffered stream that the caller closes. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Creates or replaces a file.
   *
   * @param target in a folder that exists
   */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /**
   * Creates or replaces a file with streamed content.
   *
   * @param target in a folder that exists
   * @throws IOException from the content or the disk; the target is untouched
   */
  public static void write(Path target, Content content) throws IOException {
    // A name of its own, since the target's may already have the greatest length allowed.
    Path temporary = target.resolveSibling(".palimpsest-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
              FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
