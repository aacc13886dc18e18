package org.palimpsest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.Examined;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.report.data.Selection;
import org.palimpsest.report.data.SourceProtection;
import org.palimpsest.report.replay.Agreement;
import org.palimpsest.report.replay.Bundle;
import org.palimpsest.report.replay.BundleException;
import org.palimpsest.report.replay.BundleException.Reason;
import org.palimpsest.report.replay.Comparison;
import org.palimpsest.report.replay.ExhibitSearch;
import org.palimpsest.report.replay.Replay;
import org.palimpsest.tasks.Progress;

class ReplayTest {
  @TempDir Path folder;
  private Path bundle = Path.of("");
  private final List<Path> exhibits = new ArrayList<>();

  @BeforeEach
  void report() throws Exception {
    try (ReportCase open = new ReportCase(folder)) {
      exhibits.add(open.picture("boat.png", true, 1));
      exhibits.add(open.picture("quay.png", false, 2));
      open.examine(exhibits.toArray(Path[]::new));
      ReportRequest request =
          new ReportRequest(
              folder.resolve("out"),
              java.util.Set.of(ReportFormat.CSV),
              new Selection(java.util.Set.of(), 1),
              SourceProtection.none(),
              false);
      open.reports().write(open.file, request, Progress.unwatched());
    }
    bundle = folder.resolve("out/replay.zip");
  }

  private List<Comparison> replay(Replay.Examiner examiner, Path... places) throws Exception {
    try (Bundle open = Bundle.open(bundle)) {
      return new Replay(open, new ExhibitSearch(List.of(places)), examiner)
          .run(Progress.unwatched());
    }
  }

  private Replay.Examiner same() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("again"));
    ReportCase other = new ReportCase(elsewhere);
    other.close();
    return (file, reported) -> {
      try {
        return other.examination().run(file, Progress.unwatched()).orElseThrow();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    };
  }

  /** The same with every map value and score moved. */
  private Replay.Examiner moved(float by) throws Exception {
    Replay.Examiner same = same();
    return (file, reported) -> {
      Examined examined = same.examine(file, reported);
      FloatMap map = examined.heatmap().map();
      float[] values = map.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += by;
      }
      FloatMap other = new FloatMap(map.width(), map.height(), values);
      return new Examined(
          examined.source(),
          examined.record(),
          examined.image(),
          Heatmap.of(other, examined.heatmap().threshold()));
    };
  }

  @Test
  void theSameExaminationAgreesExactly() throws Exception {
    assertThat(replay(same()))
        .hasSize(2)
        .allSatisfy(
            comparison -> {
              assertThat(comparison.agreement()).isEqualTo(Agreement.EXACT);
              assertThat(comparison.score()).isEqualTo(Agreement.EXACT);
            });
  }

  @Test
  void whatDiffersIsSaidWithItsFigures() throws Exception {
    Comparison close = replay(moved(0.0005f)).getFirst();
    assertThat(close.map()).isEqualTo(Agreement.WITHIN_TOLERANCE);
    assertThat(close.agreement()).isEqualTo(Agreement.WITHIN_TOLERANCE);
    assertThat(close.figures()).contains("largest difference 0.0005");
  }

  @Test
  void whatDiffersByMoreIsDifferent() throws Exception {
    Comparison far = replay(moved(0.05f)).getFirst();
    assertThat(far.agreement()).isEqualTo(Agreement.DIFFERENT);
    assertThat(far.score()).isEqualTo(Agreement.EXACT);
  }

  @Test
  void exhibitsAreFoundByTheirContentAndMissedWhenChanged() throws Exception {
    Path moved = Files.createDirectories(folder.resolve("elsewhere/deep"));
    Files.move(exhibits.get(0), moved.resolve("renamed.bin"));
    Files.write(exhibits.get(1), new byte[] {0});
    List<Comparison> comparisons = replay(same(), folder.resolve("elsewhere"));
    assertThat(comparisons.get(0).agreement()).isEqualTo(Agreement.EXACT);
    assertThat(comparisons.get(1).agreement()).isEqualTo(Agreement.NOT_COMPARED);
    assertThat(comparisons.get(1).figures()).contains("no file with SHA-256");
  }

  @Test
  void oneFlippedByteInAnyFileIsNoticedAndNamed() throws Exception {
    Map<String, byte[]> files = files();
    assertThat(files.keySet())
        .contains(
            "manifest.json",
            "README.txt",
            "maps/exhibit-00001.tiff",
            "examinations/exhibit-00002.json");
    Random random = new Random(5);
    for (String name : files.keySet()) {
      int length = files.get(name).length;
      for (int at : new int[] {0, length / 2, length - 1, random.nextInt(length)}) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        byte[] bytes = files.get(name).clone();
        bytes[at] ^= 1;
        changed.put(name, bytes);
        assertThatThrownBy(() -> Bundle.open(zip(changed)))
            .as("%s, byte %d", name, at)
            .isInstanceOfSatisfying(
                BundleException.class,
                e -> assertThat(e.reason()).isIn(Reason.CHANGED, Reason.NEWER))
            .message()
            .satisfies(words -> assertThat(words).matches("(?s).*(" + name + "|later version).*"));
      }
    }
  }

  @Test
  void aByteFlippedInTheArchiveItselfIsNeverAccepted() throws Exception {
    byte[] whole = Files.readAllBytes(bundle);
    Random random = new Random(9);
    Path flipped = folder.resolve("flipped.zip");
    Map<String, byte[]> files = files();
    for (int i = 0; i < 60; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(flipped, bytes);
      try (Bundle open = Bundle.open(flipped)) {
        // A byte outside all files, such as a time stamp: then every file must be as it was.
        for (var entry : open.manifest().files()) {
          assertThat(files).containsKey(entry.name());
        }
      } catch (BundleException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void filesTooFewTooManyOrTwiceAreRefused() throws Exception {
    Map<String, byte[]> files = files();
    Map<String, byte[]> less = new LinkedHashMap<>(files);
    less.remove("maps/exhibit-00001.tiff");
    refused(less, Reason.MISSING, "maps/exhibit-00001.tiff");
    Map<String, byte[]> more = new LinkedHashMap<>(files);
    more.put("surplus.txt", new byte[] {1});
    refused(more, Reason.SURPLUS, "surplus.txt");
    Map<String, byte[]> none = new LinkedHashMap<>(files);
    none.remove("manifest.json");
    refused(none, Reason.NOT_A_BUNDLE, "manifest.json");
  }

  @Test
  void namesThatLeadElsewhereAreRefused() throws Exception {
    for (String name :
        List.of("../evil.txt", "/etc/passwd", "a/../../b", "c:\\x", "maps\\x", "a/b/c")) {
      Map<String, byte[]> files = files();
      files.put(name, new byte[] {1});
      refused(files, Reason.UNSAFE_NAME, name);
    }
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    Map<String, byte[]> files = files();
    // Ten million times the length that the manifest states.
    files.put("README.txt", new byte[200 << 20]);
    refused(files, Reason.TOO_LARGE, "README.txt");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
    assertThatThrownBy(() -> Bundle.open(text))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.code()).isEqualTo("RPL-01"));
    assertThatThrownBy(() -> Bundle.open(folder.resolve("missing.zip")))
        .isInstanceOf(BundleException.class);
  }

  private void refused(Map<String, byte[]> files, Reason reason, String named) {
    assertThatThrownBy(() -> Bundle.open(zip(files)))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(named);
  }

  private Map<String, byte[]> files() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      for (ZipEntry entry : zip.stream().<ZipEntry>map(e -> e).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private Path zip(Map<String, byte[]> files) throws Exception {
    Path target = Files.createTempFile(folder, "changed", ".zip");
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return target;
  }
}
