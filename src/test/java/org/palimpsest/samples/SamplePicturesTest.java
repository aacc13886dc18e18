package org.palimpsest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;
import org.palimpsest.training.data.Regenerator;
import org.palimpsest.training.data.Sample;

class SamplePicturesTest {
  private static final int HEIGHT = 240;

  /** Stands in for the autoencoder: darker, so that the area is seen. */
  private static final Regenerator DARKER =
      patch -> {
        RgbImage darker = RgbImage.black(patch.width(), patch.height());
        for (int i = 0; i < darker.rgb().length; i++) {
          darker.rgb()[i] = (byte) ((patch.rgb()[i] & 0xff) / 2);
        }
        return darker;
      };

  @TempDir private Path folder;

  private static Stream<Recipe> edited() {
    return new SampleBook(HEIGHT).recipes().stream().filter(recipe -> recipe.edit() != null);
  }

  @ParameterizedTest
  @MethodSource("edited")
  void anEditChangesItsPictureInsideTheTruthOnly(Recipe recipe) {
    Sample sample = recipe.make(DARKER);
    RgbImage before = recipe.shot().saved(recipe.shot().rendering());
    int inside = 0;
    for (int i = 0; i < sample.mask().values().length; i++) {
      boolean changed = false;
      for (int c = 0; c < 3; c++) {
        changed |= before.rgb()[i * 3 + c] != sample.image().rgb()[i * 3 + c];
      }
      assertThat(!changed || sample.mask().values()[i] == 1).isTrue();
      inside += changed ? 1 : 0;
    }
    double share = (double) sample.mask().area() / sample.mask().values().length;
    assertThat(share).isBetween(0.01, 0.15);
    assertThat(inside).isGreaterThan((int) (sample.mask().area() / 2));
  }

  @Test
  void theSameBookMakesTheSameFiles() throws IOException, DecodeException {
    SamplePictures pictures = new SamplePictures(HEIGHT);
    pictures.write(folder.resolve("a"), DARKER, Progress.unwatched());
    pictures.write(folder.resolve("b"), DARKER, Progress.unwatched());

    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("a"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(12 + 7 + 1);
    for (Path file : files) {
      Path twin = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
      assertThat(twin).hasSameBinaryContentAs(file);
    }
    RgbImage lake = ImageDecoder.decode(Files.readAllBytes(folder.resolve("a/lake.jpg"))).pixels();
    assertThat(lake.width()).isEqualTo(320);
  }

  @Test
  void withoutAnAutoencoderTheRegeneratedPicturesAreNamedAndLeftOut() throws IOException {
    assertThat(new SamplePictures(HEIGHT).write(folder, null, Progress.unwatched()))
        .containsExactly("balls-one-regenerated", "alley-regenerated");
    assertThat(folder.resolve("alley-regenerated.jpg")).doesNotExist();
    assertThat(folder.resolve("truth/shore-stone-removed.png")).exists();
    assertThat(folder.resolve("INDEX.md")).content().contains("**rendered**, not photographed");
  }
}
