package org.palimpsest.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.palimpsest.evidence.AtomicFile;

/**
 * {@code results.jsonl}: every row is on the disk as a whole line as soon as it is known, so a run
 * that is cut off loses nothing that was finished. A last line without an end was cut off and is
 * dropped when the file is read.
 */
final class Journal {
  private final Path file;
  private final RowJson json = new RowJson();

  Journal(Path file) {
    this.file = file;
  }

  /**
   * The rows in the file, none when there is no file.
   *
   * @throws IOException when a line is not a row of this program
   */
  List<ResultRow> read() throws IOException {
    List<ResultRow> rows = new ArrayList<>();
    if (!Files.exists(file)) {
      return rows;
    }
    // Cut into lines before it is decoded: a line that was cut off may end inside a character.
    byte[] bytes = Files.readAllBytes(file);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        rows.add(json.read(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      replace(rows);
    }
    return rows;
  }

  void append(ResultRow row) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer line = StandardCharsets.UTF_8.encode(json.write(row) + "\n");
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    }
  }

  /** Replaces the whole file in one step. */
  void replace(Collection<ResultRow> rows) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          for (ResultRow row : rows) {
            out.write((json.write(row) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
