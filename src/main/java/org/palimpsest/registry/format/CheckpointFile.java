package org.palimpsest.registry.format;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedSet;

/**
 * A checkpoint of any format that can be read; which one, its content says, not its name.
 *
 * <p>Nothing in a file is ever carried out. Tensors are read from the mapped file: peak memory is
 * the file plus the tensor at hand. The file must not be shortened by others while it is open.
 *
 * <p>Of a PyTorch file, the tensors are those of the dictionary under {@code model}, else under
 * {@code state_dict}, else at the top; if all names begin with {@code module.}, that is taken off.
 * Of TorchScript they are those of the module and the modules in it, their names joined by dots.
 */
public final class CheckpointFile implements TensorFile {
  private static final int ZIP = 0x04034b50;
  private static final int PICKLE = 0x80;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final CheckpointFormat format;
  private final TensorFile tensors;
  private final String within;
  private final List<String> ignored;

  private CheckpointFile(
      CheckpointFormat format, TensorFile tensors, String within, List<String> ignored) {
    this.format = format;
    this.tensors = tensors;
    this.within = within;
    this.ignored = ignored;
  }

  /**
   * Opens a file and checks everything but the elements of its tensors.
   *
   * @throws FormatException in one sentence, if it is of no known format or breaks its format's
   *     rules, or if its pickle asks for anything but tensors and plain values
   * @throws IOException if it cannot be read
   */
  public static CheckpointFile open(Path path) throws IOException {
    MappedFile file = MappedFile.open(path);
    if (isSafetensors(file.bytes())) {
      file.close();
      SafetensorsFile tensors = SafetensorsFile.open(path);
      return new CheckpointFile(CheckpointFormat.SAFETENSORS, tensors, "", List.of());
    }
    try {
      return pickled(file);
    } catch (FormatException e) {
      file.close();
      throw new FormatException(
          e.code(), "%s cannot be read as a checkpoint: %s".formatted(path, e.getMessage()), e);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private static CheckpointFile pickled(MappedFile file) throws FormatException {
    MemorySegment bytes = file.bytes();
    if (bytes.byteSize() > 4 && bytes.get(INT, 0) == ZIP) {
      ZipCheckpoint zip = ZipCheckpoint.read(bytes);
      return zip.isScript()
          ? of(CheckpointFormat.TORCHSCRIPT, file, zip, StateDict.ofScript(zip.value()))
          : of(CheckpointFormat.PYTORCH_ZIP, file, zip, StateDict.find(zip.value()));
    }
    if (bytes.byteSize() > 2 && byteAt(bytes, 0) == PICKLE) {
      LegacyCheckpoint legacy = LegacyCheckpoint.read(bytes);
      return of(CheckpointFormat.PYTORCH_LEGACY, file, legacy, StateDict.find(legacy.value()));
    }
    throw new FormatException(
        "FMT-50", "it is neither safetensors nor a PyTorch or TorchScript file.");
  }

  /** A header shorter than 4 GiB that begins as JSON; no pickle and no zip begins like that. */
  private static boolean isSafetensors(MemorySegment bytes) {
    return bytes.byteSize() > 8 && bytes.get(INT, 4) == 0 && byteAt(bytes, 8) == '{';
  }

  private static int byteAt(MemorySegment bytes, long offset) {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, offset));
  }

  private static CheckpointFile of(
      CheckpointFormat format, MappedFile file, Storages storages, StateDict found)
      throws FormatException {
    return new CheckpointFile(
        format,
        new PickledTensors(file, storages, found.tensors()),
        found.within(),
        List.copyOf(found.ignored()));
  }

  public CheckpointFormat format() {
    return format;
  }

  /** The key under which the tensors were found; empty if they are at the top. */
  public String within() {
    return within;
  }

  /**
   * The names of what else the file holds and what was not looked at, such as an optimizer's state:
   * the first thousand, each one line of at most 80 characters.
   */
  public List<String> ignored() {
    return ignored;
  }

  /**
   * Reads all tensors once and compares their checksums. Only PyTorch's zip format and TorchScript
   * have checksums; for the other formats this does nothing.
   *
   * @throws FormatException naming what is damaged
   */
  public void verify() throws FormatException {
    if (tensors instanceof PickledTensors pickled) {
      pickled.verify();
    }
  }

  @Override
  public SequencedSet<String> names() {
    return tensors.names();
  }

  @Override
  public TensorType type(String name) throws FormatException {
    return tensors.type(name);
  }

  @Override
  public TensorView tensor(String name) throws FormatException {
    return tensors.tensor(name);
  }

  @Override
  public void close() {
    tensors.close();
  }
}
