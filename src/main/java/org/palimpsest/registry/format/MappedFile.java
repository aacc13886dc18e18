package org.palimpsest.registry.format;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A whole file in memory without a copy, of any size; readable by every thread until it is closed.
 * Whoever shortens it meanwhile makes reads of the lost part fail with an {@link InternalError}.
 */
record MappedFile(Path path, Arena arena, MemorySegment bytes) implements AutoCloseable {
  /**
   * Maps a file for reading.
   *
   * @throws FormatException if it is a folder or a device
   */
  static MappedFile open(Path path) throws IOException {
    if (Files.notExists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isRegularFile(path)) {
      throw new FormatException("FMT-01", "%s is not a regular file.".formatted(path));
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new MappedFile(
          path, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
