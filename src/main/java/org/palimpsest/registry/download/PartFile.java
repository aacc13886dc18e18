package org.palimpsest.registry.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.ModelException;

/**
 * What has come of a file so far, {@code NAME.part}, and beside it in {@code NAME.part.source}
 * where it came from and how the server marked it. Held by one run at a time.
 */
final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final Path source;
  private final FileChannel channel;

  private PartFile(Path target, Path part, Path source, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.source = source;
    this.channel = channel;
  }

  /**
   * Opens what is there, or an empty part.
   *
   * @param target in a folder that exists
   * @throws ModelException if another run holds it
   */
  static PartFile open(Path target) throws IOException, ModelException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Path source = target.resolveSibling(target.getFileName() + ".part.source");
    FileChannel channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (isHeldByAnother(channel)) {
      channel.close();
      throw new ModelException("MOD-42", "Another run is fetching %s.".formatted(target));
    }
    return new PartFile(target, part, source, channel);
  }

  private static boolean isHeldByAnother(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Bytes that have come. */
  long size() throws IOException {
    return channel.size();
  }

  /**
   * The server's mark of the version that has come in part; empty if it came from another address,
   * or unmarked.
   */
  Optional<String> mark(String address) throws IOException {
    if (!Files.exists(source)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(source);
    return lines.size() == 2 && lines.getFirst().equals(address) && !lines.getLast().isEmpty()
        ? Optional.of(lines.getLast())
        : Optional.empty();
  }

  /**
   * Begins anew.
   *
   * @param mark of the version that will come; null: unmarked
   */
  void restart(String address, @Nullable String mark) throws IOException {
    channel.truncate(0);
    String lines = address + "\n" + (mark == null ? "" : mark) + "\n";
    AtomicFile.write(source, lines.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds to the end. */
  void append(byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    channel.position(channel.size());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Forces what has come to the disk, so that it survives the machine. */
  void force() throws IOException {
    channel.force(true);
  }

  /** Forgets what has come. */
  void discard() throws IOException {
    channel.truncate(0);
    Files.deleteIfExists(source);
  }

  /** The digest of what has come. */
  Sha256 digest() throws IOException {
    return Sha256.of(part);
  }

  /** Gives what has come its name. */
  void complete() throws IOException {
    channel.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(source);
  }

  /** Releases the part; an empty one does not stay. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      boolean empty = channel.size() == 0;
      channel.close();
      if (empty) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(source);
      }
    }
  }
}
