package org.palimpsest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine.Option;

/** What the documents say of the project is so. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern OPTION = Pattern.compile("`(--[\\w-]+)`");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final String text = Files.readString(README);

  ReadmeTest() throws IOException {}

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> decisions = Files.list(Path.of("src/docs/decisions"))) {
      return Stream.concat(
          Stream.of(README, Path.of("CHANGELOG.md")), decisions.sorted().toList().stream());
    }
  }

  @Test
  void theTwoCommandsOfTheFirstScreenAreTheOnesPromised() {
    String firstScreen = text.substring(0, text.indexOf("\n## "));
    assertThat(firstScreen.lines())
        .contains("mvn -q compile exec:exec@examine", "mvn verify")
        .hasSizeLessThan(40);
  }

  @Test
  void everyMavenProgramNamedIsAnExecutionOfThePom() throws Exception {
    List<String> named = found(Pattern.compile("exec:exec@([\\w-]+)"), text);
    assertThat(named).contains("examine", "palimpsest");
    assertThat(executions()).containsAll(named);
  }

  @Test
  void theIntegrationRunsTheTestCommand() throws IOException {
    Path script = Path.of(".ci/run");
    assertThat(Files.readString(script)).containsPattern("(?m)^mvn( -\\w+)* verify\\b");
    assertThat(Files.isExecutable(script)).isTrue();
  }

  @Test
  void theTableOfRoomsListsTheFoldersOfTheCode() throws IOException {
    List<String> folders;
    try (Stream<Path> entries = Files.list(Path.of("src/main/java/org/palimpsest"))) {
      folders =
          entries.filter(Files::isDirectory).map(path -> path.toFile().getName()).sorted().toList();
    }
    assertThat(rooms().keySet()).containsExactlyElementsOf(folders);
  }

  @Test
  void theTableOfRoomsSaysWhatTheArchitectureTestEnforces() throws Exception {
    Map<String, Set<String>> enforced = new TreeMap<>();
    String[] rules =
        ArchitectureTest.class
            .getDeclaredMethod("aRoomImportsOnlyTheRoomsBelowIt", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    for (String rule : rules) {
      int bar = rule.indexOf('|');
      enforced.put(rule.substring(0, bar).strip(), words(rule.substring(bar + 1)));
    }
    assertThat(rooms()).isEqualTo(enforced);
  }

  @ParameterizedTest
  @CsvSource({
    "examine, ExamineOptions ModelOptions",
    "case, CaseCreateCommand CaseAddCommand CaseExamineCommand ModelOptions CaseVerifyCommand"
        + " CaseListCommand CaseExportCommand CaseConcludeCommand CaseSignCommand",
    "report, ReportOptions",
    "replay, ReplayCommand",
    "train, TrainOptions",
    "evaluate, EvaluateOptions",
    "bench, BenchCommand",
    "samples, SamplesCommand",
    "models, ModelsListCommand ModelsShowCommand ImportOptions ModelsVerifyCommand"
        + " ModelsRemoveCommand ModelsFetchCommand"
  })
  void theSectionOfAVerbListsItsOptions(String verb, String types) throws Exception {
    Set<String> options = new TreeSet<>();
    for (String type : types.split(" ")) {
      Arrays.stream(Class.forName("org.palimpsest.cli." + type).getDeclaredFields())
          .map(field -> field.getAnnotation(Option.class))
          .filter(option -> option != null)
          .forEach(option -> options.addAll(List.of(option.names())));
    }
    List<String> listed = new ArrayList<>();
    section("### `" + verb + "`")
        .lines()
        .filter(line -> line.startsWith("| `--"))
        .forEach(line -> listed.addAll(found(OPTION, line.split("\\|")[1])));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(options);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    List<String> broken =
        found(LINK, Files.readString(document)).stream()
            .filter(link -> !link.startsWith("https://"))
            .filter(link -> !leadsSomewhere(document, link))
            .toList();
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nothingIsLeftToBeFilledIn(Path document) throws IOException {
    assertThat(Files.readString(document)).doesNotContain("TODO");
  }

  @Test
  void everyDecisionIsInTheirList() throws IOException {
    Path folder = Path.of("src/docs/decisions");
    List<String> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files =
          entries
              .map(path -> path.toFile().getName())
              .filter(name -> !name.equals("README.md"))
              .sorted()
              .toList();
    }
    assertThat(found(LINK, Files.readString(folder.resolve("README.md"))))
        .containsExactlyElementsOf(files);
  }

  private static boolean leadsSomewhere(Path document, String link) {
    if (!link.startsWith("#")) {
      return Files.exists(document.resolveSibling(link));
    }
    try (Stream<String> lines = Files.lines(document)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> "#" + heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
          .anyMatch(link::equals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rooms of the README's table with the rooms that each may use. */
  private Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new TreeMap<>();
    section("## Rooms")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|"))
        .forEach(
            cells ->
                rooms.put(found(CODE, cells[1]).getFirst(), new TreeSet<>(found(CODE, cells[3]))));
    return rooms;
  }

  /** From a heading to the next of its rank or above. */
  private String section(String heading) {
    int start = text.indexOf("\n" + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int rank = heading.indexOf(' ');
    String rest = text.substring(start + heading.length() + 1);
    return rest.split("(?m)^#{1," + rank + "} ", 2)[0];
  }

  private static Set<String> words(String list) {
    Set<String> words = new TreeSet<>(Arrays.asList(list.strip().split("\\s+")));
    words.remove("");
    return words;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static List<String> executions() throws Exception {
    Document pom =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    List<String> ids = new ArrayList<>();
    for (Element plugin : elements(pom.getElementsByTagName("plugin"))) {
      String name = plugin.getElementsByTagName("artifactId").item(0).getTextContent();
      if (name.equals("exec-maven-plugin")) {
        for (Element execution : elements(plugin.getElementsByTagName("execution"))) {
          ids.add(execution.getElementsByTagName("id").item(0).getTextContent());
        }
      }
    }
    return ids;
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
