package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file of more than 4 GiB, of which the file system keeps only what is not empty. */
@EnabledOnOs(OS.LINUX)
class LargeCheckpointTest {
  private static final long ELEMENTS = (5L << 30) / 4;

  @Test
  void aLargeCheckpointIsReadInPlace(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("large.pth");
    write(path);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (CheckpointFile file = CheckpointFile.open(path)) {
      assertThat(file.names()).containsExactly("all", "end");
      assertThat(file.type("all").elements()).isEqualTo(ELEMENTS);
      assertThat(file.tensor("all").bytes().byteSize()).isEqualTo(4 * ELEMENTS);
      assertThat(file.tensor("end").floats()).containsExactly(0, 2.5f);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
  }

  /** Laid out with 64-bit extra fields, where {@link ArchiveWriter} has none. */
  private static void write(Path path) throws IOException {
    byte[] pickle =
        PickleWriter.protocol2()
            .ops("}(")
            .text("all")
            .vector("FloatStorage", "0", ELEMENTS)
            .text("end")
            .tensor("FloatStorage", "0", ELEMENTS, ELEMENTS - 2, new long[] {2}, 1)
            .op('u')
            .stop();
    ByteBuffer list = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long data = header(out, 0, "a/data/0", 4 * ELEMENTS);
      out.write(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(2.5f).flip(),
          data + 4 * ELEMENTS - 4);
      listed(list, "a/data/0", 0, 4 * ELEMENTS, 0);
      long header = data + 4 * ELEMENTS;
      out.write(ByteBuffer.wrap(pickle), header(out, header, "a/data.pkl", pickle.length));
      listed(list, "a/data.pkl", ArchiveWriter.checksum(pickle), pickle.length, header);
      long start = out.size();
      long size = list.position();
      out.write(list.flip(), start);
      ByteBuffer end = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN);
      end.putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0);
      end.putLong(2).putLong(2).putLong(size).putLong(start);
      end.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
      end.putInt(0x06054b50).putInt(0).putShort((short) 2).putShort((short) 2);
      end.putInt(-1).putInt(-1).putShort((short) 0);
      out.write(end.flip(), start + size);
    }
  }

  private static long header(FileChannel out, long at, String name, long size) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x04034b50).putShort((short) 0).putShort((short) 8).putShort((short) 0).putInt(0);
    header.putInt(0).putInt(-1).putInt(-1).putShort((short) name.length()).putShort((short) 20);
    header.put(name.getBytes(StandardCharsets.US_ASCII));
    header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
    out.write(header.flip(), at);
    return at + header.limit();
  }

  private static void listed(ByteBuffer list, String name, int checksum, long size, long header) {
    list.putInt(0x02014b50).putInt(0).putShort((short) 8).putShort((short) 0).putInt(0);
    list.putInt(checksum).putInt(-1).putInt(-1).putShort((short) name.length());
    list.putShort((short) 28).putShort((short) 0).putInt(0).putInt(0).putInt(-1);
    list.put(name.getBytes(StandardCharsets.US_ASCII));
    list.putShort((short) 1).putShort((short) 24).putLong(size).putLong(size).putLong(header);
  }
}
