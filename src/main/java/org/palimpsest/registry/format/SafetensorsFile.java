package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * A safetensors checkpoint, mapped into memory: eight bytes with the header's length, a JSON
 * header, the tensors' raw little-endian elements (<a
 * href="https://huggingface.co/docs/safetensors/index">format</a>).
 *
 * <p>Nothing is copied: {@link TensorView}s read from the mapping and must not be used after {@link
 * #close()}. The file must not be shortened by others while it is open. Any thread may read.
 */
public final class SafetensorsFile implements AutoCloseable {
  /** A header larger than this is refused; that of the full-size network is below 0.2 MiB. */
  static final long MAX_HEADER = 16L << 20;

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final Arena arena;
  private final SafetensorsHeader header;
  private final MemorySegment data;

  private SafetensorsFile(Path path, Arena arena, SafetensorsHeader header, MemorySegment data) {
    this.path = path;
    this.arena = arena;
    this.header = header;
    this.data = data;
  }

  /**
   * Maps a file and checks its header completely; the elements themselves are not looked at.
   *
   * @throws FormatException if it is not a safetensors file or does not keep to the format
   * @throws IOException if it cannot be read
   */
  public static SafetensorsFile open(Path path) throws IOException {
    if (Files.notExists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isRegularFile(path)) {
      throw new FormatException("FMT-01", "%s is not a regular file.".formatted(path));
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return opened(path, arena, file);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static SafetensorsFile opened(Path path, Arena arena, MemorySegment file)
      throws FormatException {
    long size = file.byteSize();
    if (size < 8) {
      throw new FormatException(
          "FMT-02", "%s is too short for a safetensors file (%d bytes).".formatted(path, size));
    }
    long length = file.get(LENGTH, 0);
    if (length < 2 || length > Math.min(MAX_HEADER, size - 8)) {
      throw new FormatException(
          "FMT-03",
          "%s is not a whole safetensors file: its header would be %s bytes long in a file of %d."
              .formatted(path, Long.toUnsignedString(length), size));
    }
    byte[] json = file.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
    MemorySegment data = file.asSlice(8 + length);
    try {
      return new SafetensorsFile(path, arena, SafetensorsHeader.parse(json, data.byteSize()), data);
    } catch (FormatException e) {
      throw new FormatException(
          e.code(), "%s is not a valid safetensors file: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The free-form strings of the header's {@code __metadata__}, in file order. */
  public SequencedMap<String, String> metadata() {
    return Collections.unmodifiableSequencedMap(header.metadata());
  }

  /** The tensors' names, in file order. */
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(header.entries().sequencedKeySet());
  }

  /**
   * One tensor.
   *
   * @throws FormatException if the file has none of that name
   */
  public TensorView tensor(String name) throws FormatException {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new FormatException("FMT-10", "%s has no tensor %s.".formatted(path, shown(name)));
    }
    return new TensorView(
        name,
        entry.dtype(),
        entry.shape().clone(),
        data.asSlice(entry.begin(), entry.end() - entry.begin()));
  }

  /** The elements of a floating-point tensor; see {@link TensorView#floats()}. */
  public float[] floats(String name) throws FormatException {
    return tensor(name).floats();
  }

  /** Unmaps the file; views that are still held throw on access from then on. */
  @Override
  public void close() {
    arena.close();
  }
}
