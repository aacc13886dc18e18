package org.palimpsest.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The definitions of the packages agree with each other. */
class DefinitionsTest {
  private static final Path DEFINITIONS = Path.of("installer");
  private static final String TYPE = "application/x-palimpsest";
  private static final String ID = "org.palimpsest.Palimpsest";

  @Test
  void thePackageDependsOnWhatAWindowNeeds() throws IOException {
    Map<String, String> control = fields("linux/control", ": ");
    assertThat(control.get("Depends"))
        .contains("libgtk-3-0t64 | libgtk-3-0", "libpangoft2-1.0-0", "libstdc++6");
    assertThat(control).containsKeys("Package", "Version", "Architecture", "Maintainer");
  }

  @Test
  void theMenuOpensCasesWithTheWindowsLauncher() throws IOException {
    Map<String, String> entry = fields("linux/application.desktop", "=");
    assertThat(entry.get("Exec")).isEqualTo("palimpsest-workbench %F");
    assertThat(entry.get("Icon")).isEqualTo(ID);
    assertThat(entry.get("MimeType")).startsWith(TYPE + ";");
  }

  @Test
  void theFileTypeIsTheOneOfTheMenuEntry() throws Exception {
    Document types = xml("linux/mime.xml");
    assertThat(attribute(types, "mime-type", "type")).isEqualTo(TYPE);
    assertThat(attribute(types, "glob", "pattern")).isEqualTo("*.palimpsest");
    for (String system : List.of("windows", "macos")) {
      Map<String, String> type = fields(system + "/case.properties", "=");
      assertThat(type).containsEntry("mime-type", TYPE).containsEntry("extension", "palimpsest");
    }
  }

  @Test
  void theSoftwareCentreFindsTheMenuEntry() throws Exception {
    Document component = xml("linux/metainfo.xml");
    assertThat(text(component, "id")).isEqualTo(ID);
    assertThat(text(component, "launchable")).isEqualTo(ID + ".desktop");
    assertThat(text(component, "mediatype")).isEqualTo(TYPE);
    assertThat(text(component, "project_license")).isEqualTo("Apache-2.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows/image.options",
        "windows/msi.options",
        "macos/image.options",
        "macos/dmg.options"
      })
  void whatWasNeverBuiltSaysSo(String file) throws IOException {
    assertThat(DEFINITIONS.resolve(file)).content().startsWith("# NOT YET BUILT");
  }

  private static Map<String, String> fields(String file, String separator) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    for (String line : Files.readAllLines(DEFINITIONS.resolve(file))) {
      int at = line.indexOf(separator);
      if (at > 0 && !line.startsWith(" ")) {
        fields.put(line.substring(0, at), line.substring(at + separator.length()));
      }
    }
    return fields;
  }

  private static Document xml(String file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(DEFINITIONS.resolve(file).toFile());
  }

  private static String attribute(Document document, String element, String name) {
    return document
        .getElementsByTagName(element)
        .item(0)
        .getAttributes()
        .getNamedItem(name)
        .getNodeValue();
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }
}
