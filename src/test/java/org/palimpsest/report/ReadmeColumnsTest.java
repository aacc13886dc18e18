package org.palimpsest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People write programs that read the table, so the README lists its columns. */
class ReadmeColumnsTest {
  @Test
  void theReadmeListsTheColumnsOfTheTableInTheirOrder() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.substring(readme.indexOf("| columns | content |"));
    List<String> listed = new ArrayList<>();
    table
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|")[1])
        .forEach(
            cell ->
                Pattern.compile("`(\\w+)`")
                    .matcher(cell)
                    .results()
                    .forEach(name -> listed.add(name.group(1))));
    assertThat(String.join(",", listed)).isEqualTo(ResultsCsv.of(List.of()).strip());
  }
}
