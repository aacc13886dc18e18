package org.palimpsest.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Figures of single pictures as a file of tab-separated values, {@code set, image, variant,
 * measure, value}: what two runs are compared by. In names, backslash, tab and line ends are
 * written as {@code \\}, {@code \t}, {@code \n} and {@code \r}.
 *
 * @param values by what they are of
 */
public record FigureTable(Map<Key, Double> values) {
  private static final String HEADER = "set\timage\tvariant\tmeasure\tvalue";
  private static final long MAX_SIZE = 256L << 20;

  /**
   * What a value is of.
   *
   * @param set name of the set
   * @param image file name of the picture
   * @param variant {@link Resaving#key}
   * @param measure {@link LocalizationFigure#key}
   */
  public record Key(String set, String image, String variant, String measure) {}

  public FigureTable {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The figures of edited pictures. */
  public static FigureTable of(List<Measured> edited) {
    Map<Key, Double> values = new LinkedHashMap<>();
    for (Measured one : edited) {
      for (LocalizationFigure figure : LocalizationFigure.values()) {
        OptionalDouble value = figure.of(one);
        if (value.isPresent()) {
          values.put(
              new Key(
                  one.image().set(),
                  String.valueOf(one.image().file().getFileName()),
                  one.resaving().key(),
                  figure.key()),
              value.getAsDouble());
        }
      }
    }
    return new FigureTable(values);
  }

  /** The table as it is stored. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    values.forEach(
        (key, value) ->
            text.append(escaped(key.set()))
                .append('\t')
                .append(escaped(key.image()))
                .append('\t')
                .append(key.variant())
                .append('\t')
                .append(key.measure())
                .append('\t')
                .append(String.format(Locale.ROOT, "%.6f", value))
                .append('\n'));
    return text.toString();
  }

  /**
   * Reads a table.
   *
   * @throws FigureTableException naming the line that is none of a table
   */
  public static FigureTable read(Path file) throws FigureTableException {
    List<String> lines;
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new FigureTableException(file, "it is larger than 256 MiB", null);
      }
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new FigureTableException(file, "it is no UTF-8 text", e);
    } catch (IOException e) {
      throw new FigureTableException(file, "it is missing or cannot be read", e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new FigureTableException(
          file, "its first line is not \"set, image, variant, measure, value\" with tabs", null);
    }
    Map<Key, Double> values = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        add(file, i + 1, lines.get(i), values);
      }
    }
    return new FigureTable(values);
  }

  private static void add(Path file, int number, String line, Map<Key, Double> values)
      throws FigureTableException {
    List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
    double value = Double.NaN;
    if (cells.size() == 5) {
      try {
        value = Double.parseDouble(cells.get(4));
      } catch (NumberFormatException e) {
        throw new FigureTableException(file, "line %d ends with no number".formatted(number), e);
      }
    }
    if (!Double.isFinite(value)) {
      throw new FigureTableException(
          file, "line %d has not the five values of a table".formatted(number), null);
    }
    Key key = new Key(unescaped(cells.get(0)), unescaped(cells.get(1)), cells.get(2), cells.get(3));
    if (values.put(key, value) != null) {
      throw new FigureTableException(
          file, "line %d repeats an earlier picture".formatted(number), null);
    }
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\\' && i + 1 < text.length()) {
        i++;
        name.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text.charAt(i);
            });
      } else {
        name.append(character);
      }
    }
    return name.toString();
  }
}
