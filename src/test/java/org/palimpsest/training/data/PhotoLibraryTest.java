package org.palimpsest.training.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;

class PhotoLibraryTest {
  // A "photograph" is a file with a width, a height and a seed in it.
  private static final PhotoReader READER =
      file -> {
        String[] numbers = Files.readString(file).split(" ");
        if (numbers.length != 3) {
          throw new IOException("not a picture");
        }
        return TestImages.photograph(
            Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]));
      };

  private static PhotoLibrary threePhotographs(Path folder) throws IOException {
    Files.writeString(folder.resolve("wide"), "900 500 1");
    Files.writeString(folder.resolve("tall"), "400 1200 2");
    Files.writeString(folder.resolve("small"), "60 40 3");
    return PhotoLibrary.load(folder, READER, 7, 1_000_000);
  }

  @Test
  void memoryStaysWithinTheBudget(@TempDir Path folder) throws IOException {
    PhotoLibrary library = threePhotographs(folder);
    assertThat(library.size()).isEqualTo(3);
    assertThat(library.bytes()).isBetween(300_000L, 1_000_000L);
  }

  @Test
  void cropsAreTheSameForTheSameSeed(@TempDir Path folder) throws IOException {
    RgbImage first = threePhotographs(folder).crop(new Dice(3), 90, 80, "").pixels();
    RgbImage again = threePhotographs(folder).crop(new Dice(3), 90, 80, "").pixels();
    assertThat(again.rgb()).isEqualTo(first.rgb());
    assertThat(again.width()).isEqualTo(90);
    assertThat(again.height()).isEqualTo(80);
  }

  @Test
  void anotherPhotographIsFoundWhereThereIsOne(@TempDir Path folder) throws IOException {
    PhotoLibrary library = threePhotographs(folder);
    for (int seed = 0; seed < 50; seed++) {
      assertThat(library.crop(new Dice(seed), 30, 30, "wide").photograph()).isNotEqualTo("wide");
    }
  }

  @Test
  void filesThatAreNoPicturesAreListedWithTheReason(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes"), "hello");
    PhotoLibrary library = threePhotographs(folder);
    assertThat(library.size()).isEqualTo(3);
    assertThat(library.skipped()).containsExactly(entry(folder.resolve("notes"), "not a picture"));
  }

  @Test
  void aFolderWithoutAReadablePhotographIsAnError(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("notes"), "hello");
    assertThatThrownBy(() -> PhotoLibrary.load(other, READER, 7, 1_000_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("None of the 1 files");
  }

  @Test
  void aCropThatNoPhotographHasRoomForIsRefused(@TempDir Path folder) throws IOException {
    PhotoLibrary library = threePhotographs(folder);
    assertThatThrownBy(() -> library.crop(new Dice(1), 5000, 10, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5000");
  }
}
