package org.palimpsest.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and say everything that the code asks for and no more. */
class MessagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/org/palimpsest/settings");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

  private final Properties english = bundle("messages.properties");
  private final Properties german = bundle("messages_de.properties");
  private final Set<String> literals = literals();

  MessagesTest() throws IOException {}

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
  }

  @Test
  void aTranslationHasThePlacesOfItsOriginal() {
    for (String key : english.stringPropertyNames()) {
      assertThat(places(german, key)).as(key).isEqualTo(places(english, key));
    }
  }

  @Test
  void everyTextIsAPatternThatCanBeFilledIn() {
    Object[] values = {1, 2, 3, 4, 5, 6};
    for (Locale locale : Languages.ALL) {
      Messages messages = new Messages(locale);
      for (String key : english.stringPropertyNames()) {
        assertThat(messages.text(key, values)).as(key).isNotBlank();
      }
    }
  }

  /** A single apostrophe would vanish and take the places behind it along. */
  @Test
  void apostrophesAreWrittenTwice() {
    for (Properties bundle : List.of(english, german)) {
      for (String key : bundle.stringPropertyNames()) {
        assertThat(bundle.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        assertThat(new MessageFormat(bundle.getProperty(key), Locale.ROOT)).isNotNull();
      }
    }
  }

  @Test
  void everyKeyTheCodeNamesIsThere() {
    Set<String> bands =
        english.stringPropertyNames().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    Pattern key =
        Pattern.compile("(" + String.join("|", bands) + ")(\\.[a-z0-9]+(-[a-z0-9]+)*){2,}");
    Set<String> missing = new TreeSet<>();
    for (String literal : literals) {
      if (key.matcher(literal).matches() && !english.containsKey(literal) && !isStem(literal)) {
        missing.add(literal);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsUsedByTheCode() {
    assertThat(english.stringPropertyNames().stream().filter(key -> !isUsed(key)).sorted())
        .isEmpty();
  }

  /** Whole, or put together of a beginning and an end that both stand in the code. */
  private boolean isUsed(String key) {
    if (literals.contains(key)) {
      return true;
    }
    for (int end = key.indexOf('.') + 1; end < key.length(); end++) {
      String beginning = key.substring(0, end);
      if (!literals.contains(beginning)) {
        continue;
      }
      char last = beginning.charAt(end - 1);
      boolean isOpen = (last == '.' || last == '-') && end > key.indexOf('.') + 1;
      String tail = key.substring(key.lastIndexOf('.'));
      String next = key.substring(end).split("[.]")[0];
      if (isOpen
          || literals.contains(key.substring(end))
          || literals.contains(tail)
          || (last == '.' && literals.contains(next))) {
        return true;
      }
    }
    return false;
  }

  private boolean isStem(String literal) {
    return english.stringPropertyNames().stream().anyMatch(key -> key.startsWith(literal + "."));
  }

  private static Set<String> places(Properties bundle, String key) {
    return PLACE
        .matcher(bundle.getProperty(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String name) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      bundle.load(reader);
    }
    return bundle;
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new HashSet<>();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      LITERAL
          .matcher(Files.readString(source))
          .results()
          .forEach(found -> literals.add(found.group(1)));
    }
    return literals;
  }
}
