package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
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
public final class SafetensorsFile implements TensorFile {
  /** A header larger than this is refused; that of the full-size network is below 0.2 MiB. */
  static final long MAX_HEADER = 16L << 20;

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MappedFile file;
  private final SafetensorsHeader header;
  private final MemorySegment data;

  private SafetensorsFile(MappedFile file, SafetensorsHeader header, MemorySegment data) {
    this.file = file;
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
    MappedFile file = MappedFile.open(path);
    try {
      return opened(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SafetensorsFile opened(MappedFile mapped) throws FormatException {
    Path path = mapped.path();
    MemorySegment file = mapped.bytes();
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
      return new SafetensorsFile(mapped, SafetensorsHeader.parse(json, data.byteSize()), data);
    } catch (FormatException e) {
      throw new FormatException(
          e.code(), "%s is not a valid safetensors file: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The free-form strings of the header's {@code __metadata__}, in file order. */
  public SequencedMap<String, String> metadata() {
    return Collections.unmodifiableSequencedMap(header.metadata());
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(header.entries().sequencedKeySet());
  }

  @Override
  public TensorType type(String name) throws FormatException {
    SafetensorsHeader.Entry entry = entry(name);
    return new TensorType(entry.dtype(), entry.shape().clone());
  }

  @Override
  public TensorView tensor(String name) throws FormatException {
    SafetensorsHeader.Entry entry = entry(name);
    return new TensorView(
        name,
        entry.dtype(),
        entry.shape().clone(),
        data.asSlice(entry.begin(), entry.end() - entry.begin()));
  }

  private SafetensorsHeader.Entry entry(String name) throws FormatException {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new FormatException(
          "FMT-10", "%s has no tensor %s.".formatted(file.path(), shown(name)));
    }
    return entry;
  }

  /** The elements of a floating-point tensor; see {@link TensorView#floats()}. */
  public float[] floats(String name) throws FormatException {
    return tensor(name).floats();
  }

  /** Unmaps the file; views that are still held throw on access from then on. */
  @Override
  public void close() {
    file.close();
  }
}
