package org.palimpsest.registry.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Lays out a zip archive byte by byte in the manner of PyTorch's writer: sizes behind the data,
 * entries that begin at multiples of 64, a 64-bit end record.
 */
final class ArchiveWriter {
  static final int FLAGS = 0x808;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> list = new ArrayList<>();

  /** A stored entry with a true checksum. */
  ArchiveWriter entry(String name, byte... content) {
    return entry(name, FLAGS, 0, checksum(content), content.length, content);
  }

  ArchiveWriter entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.US_ASCII));
  }

  /** An entry of which the list states whatever is wanted. */
  ArchiveWriter entry(String name, int flags, int method, int checksum, int size, byte... packed) {
    int header = out.size();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int padding = 60 - (header + 30 + bytes.length) % 64;
    padding += padding < 0 ? 64 : 0;
    ByteBuffer local =
        ByteBuffer.allocate(30 + bytes.length + 4 + padding).order(ByteOrder.LITTLE_ENDIAN);
    local.putInt(0x04034b50).putShort((short) 0).putShort((short) flags).putShort((short) method);
    local.putInt(0).putInt(0).putInt(0).putInt(0);
    local.putShort((short) bytes.length).putShort((short) (4 + padding)).put(bytes);
    local.put((byte) 'F').put((byte) 'B').putShort((short) padding);
    out.writeBytes(local.array());
    out.writeBytes(packed);
    ByteBuffer behind = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    behind.putInt(0x08074b50).putInt(checksum).putInt(packed.length).putInt(size);
    out.writeBytes(behind.array());
    return listed(name, flags, method, checksum, packed.length, size, header);
  }

  /** A line of the list without anything it speaks of. */
  ArchiveWriter listed(
      String name, int flags, int method, int checksum, int packed, int size, int header) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer line = ByteBuffer.allocate(46 + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    line.putInt(0x02014b50).putInt(0).putShort((short) flags).putShort((short) method);
    line.putInt(0).putInt(checksum).putInt(packed).putInt(size);
    line.putShort((short) bytes.length).putShort((short) 0).putShort((short) 0);
    line.putInt(0).putInt(0).putInt(header).put(bytes);
    list.add(line.array());
    return this;
  }

  /** Where the next entry begins. */
  int position() {
    return out.size();
  }

  byte[] finish() {
    return finish(list.size());
  }

  /** Ends the archive and claims a number of entries. */
  byte[] finish(long entries) {
    int start = out.size();
    list.forEach(out::writeBytes);
    int big = out.size();
    ByteBuffer end = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0);
    end.putLong(entries).putLong(entries).putLong(big - start).putLong(start);
    end.putInt(0x07064b50).putInt(0).putLong(big).putInt(1);
    end.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
    end.putInt(big - start).putInt(start).putShort((short) 0);
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  static int checksum(byte... content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
