package org.palimpsest.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.createFile(file);
  }

  private List<String> codes(DataSet set) {
    return set.unusable().stream().map(Unusable::code).toList();
  }

  @Test
  void benCosFoldersArePairedByNameAndOriginalsAreAuthentic() throws Exception {
    Path picture = file("deep/lama/Tp/b.jpg");
    Path mask = file("deep/lama/Gt/b.png");
    Path original = file("deep/lama/Au/b.jpg");
    assertThat(DataSets.read(folder).images())
        .containsExactly(
            TestImage.edited("lama", picture, mask), TestImage.authentic("lama", original));
    assertThat(DataSets.edits(folder).images())
        .containsExactly(TestImage.edited("lama", picture, mask));
  }

  @Test
  void aMissingAndASurplusMaskAreRowsWithAReason() throws Exception {
    file("Tp/a.jpg");
    file("Tp/lonely.jpg");
    file("Gt/a.png");
    file("Gt/surplus.png");
    file("Gt/a.bmp");
    DataSet set = DataSets.read(folder);
    assertThat(set.images()).hasSize(1);
    assertThat(codes(set)).containsExactlyInAnyOrder("EVA-05", "EVA-05", "EVA-06");
    assertThat(set.unusable())
        .extracting(one -> one.file().getFileName().toString())
        .containsExactlyInAnyOrder("a.png", "lonely.jpg", "surplus.png");
  }

  @Test
  void picturesWithoutAnyMaskFolderAreAllRows() throws Exception {
    file("Tp/a.jpg");
    assertThat(DataSets.read(folder).images()).isEmpty();
    assertThat(codes(DataSets.read(folder))).containsExactly("EVA-05");
  }

  @Test
  void realAndFakeFoldersAreLabelledAndMasksMakeEdits() throws Exception {
    Path real = file("sd/real/1.png");
    Path whole = file("sd/fake/2.png");
    assertThat(DataSets.read(folder).images())
        .containsExactly(TestImage.authentic("sd", real), TestImage.fake("sd", whole));
    Path edited = file("sd/fake/3.png");
    Path mask = file("sd/masks/3.png");
    file("sd/masks/4.png");
    DataSet set = DataSets.read(folder);
    assertThat(set.images())
        .containsExactlyInAnyOrder(
            TestImage.authentic("sd", real),
            TestImage.fake("sd", whole),
            TestImage.edited("sd", edited, mask));
    assertThat(codes(set)).containsExactly("EVA-06");
  }

  @Test
  void anyOtherFolderIsTakenAsAuthenticAndSaysSo() throws Exception {
    Path photo = file("photos/1.jpg");
    file("photos/.hidden");
    file("photos/deeper/2.jpg");
    DataSet set = DataSets.read(folder.resolve("photos"));
    assertThat(set.images()).containsExactly(TestImage.authentic("photos", photo));
    assertThat(set.notes()).singleElement().asString().contains("taken as authentic");
  }

  @Test
  void benCosListNamesPicturesMasksAndOriginalsAndMissingFilesAreRows() throws Exception {
    Path picture = file("pictures/a.jpg");
    Path mask = file("masks/a.png");
    Path original = file("pictures/o.jpg");
    Path list = folder.resolve("casia.json");
    Files.writeString(
        list,
        """
        [["pictures/a.jpg", "masks/a.png"],
         ["%s", "Negative"],
         ["pictures/a.jpg", "Positive"],
         ["pictures/gone.jpg", "Negative"],
         ["pictures/o.jpg", "masks/gone.png"]]
        """
            .formatted(original.toAbsolutePath()));
    DataSet set = DataSets.read(list);
    assertThat(set.images())
        .containsExactly(
            TestImage.edited("casia", picture.toAbsolutePath(), mask.toAbsolutePath()),
            TestImage.authentic("casia", original.toAbsolutePath()),
            TestImage.fake("casia", picture.toAbsolutePath()));
    assertThat(codes(set)).containsExactly("EVA-07", "EVA-07");
    assertThat(set.unusable().get(1).reason()).contains("gone.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[1]",
        "[[\"a\"]]",
        "[[\"a\", 1]]",
        "[[\"a\\u0000\", \"Negative\"]]"
      })
  void aFileThatIsNoListIsRefusedInOneSentence(String content) throws Exception {
    Path list = Files.writeString(folder.resolve("list.json"), content);
    assertThatThrownBy(() -> DataSets.read(list))
        .isInstanceOfSatisfying(
            DataSetException.class, e -> assertThat(e.code()).isEqualTo("EVA-03"))
        .hasMessageContaining("list.json");
  }

  @Test
  void whatIsMissingOrEmptyIsRefused() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("pair/Tp"));
    Path list = Files.writeString(folder.resolve("empty.json"), "[]");
    for (Path path : List.of(empty, folder.resolve("pair"), list)) {
      assertThatThrownBy(() -> DataSets.read(path))
          .isInstanceOfSatisfying(
              DataSetException.class, e -> assertThat(e.code()).isEqualTo("EVA-02"));
    }
    assertThatThrownBy(() -> DataSets.edits(empty)).hasMessageContaining("Tp and Gt");
    for (String name : List.of("gone", "gone.json")) {
      assertThatThrownBy(() -> DataSets.read(folder.resolve(name)))
          .isInstanceOfSatisfying(
              DataSetException.class, e -> assertThat(e.code()).isEqualTo("EVA-01"));
    }
  }

  @Test
  void aPictureNamedTwiceCountsOnce() throws Exception {
    file("photos/1.jpg");
    DataSet set = DataSets.authentic(folder.resolve("photos"));
    assertThat(DataSet.of(List.of(set, set)).images()).hasSize(1);
  }
}
