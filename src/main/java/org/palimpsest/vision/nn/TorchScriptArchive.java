package org.palimpsest.vision.nn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without parameters, written as the zip archive that libtorch loads.
 *
 * <p>It is how operators that DJL does not expose (scaled dot product attention, exact resampling,
 * transposed convolution, bfloat16) are reached without Python and without native code of our own.
 * The layout is that of {@code torch.jit.save}: source under {@code code/}, the object in {@code
 * data.pkl}, both stored uncompressed.
 */
final class TorchScriptArchive {
  private static final String ROOT = "operators/";

  /** Format version 10: every operator overload used here has its present meaning since then. */
  private static final String VERSION = "10\n";

  private final String source;

  /**
   * @param methods TorchScript methods of the module, each indented by two spaces
   */
  TorchScriptArchive(String methods) {
    this.source =
        """
        class Operators(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            + methods;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "version", VERSION.getBytes(StandardCharsets.US_ASCII));
      store(zip, "data.pkl", object());
      store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pickle (protocol 2) of {@code __torch__.Operators} with {@code training = False}. */
  private static byte[] object() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(new byte[] {(byte) 0x80, 2});
    pickle.write("c__torch__\nOperators\n".getBytes(StandardCharsets.US_ASCII));
    pickle.write(new byte[] {'q', 0, ')', (byte) 0x81, '}', '('});
    pickle.write(new byte[] {'X', 8, 0, 0, 0});
    pickle.write("training".getBytes(StandardCharsets.US_ASCII));
    pickle.write(new byte[] {'q', 1, (byte) 0x89, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
