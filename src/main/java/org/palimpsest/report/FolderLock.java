package org.palimpsest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.OutputException;

/**
 * Keeps a second run out of an output folder. The system releases it when the process ends, however
 * it ends; the lock file stays, because removing it could take another run's lock away.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock of(Path folder) throws OutputException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              folder.resolve(".palimpsest.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new OutputException(
          "OUT-01", "The output folder cannot be written: %s.".formatted(folder), e);
    }
    try {
      if (locked(channel) != null) {
        return new FolderLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new OutputException(
          "OUT-03", "The output folder cannot be reserved for this run: %s.".formatted(folder), e);
    }
    throw new OutputException(
        "OUT-02", "Another run is writing into this folder: %s.".formatted(folder), null);
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another run of this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
