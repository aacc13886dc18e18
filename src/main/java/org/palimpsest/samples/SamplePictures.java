package org.palimpsest.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.Progress;
import org.palimpsest.training.data.Regenerator;
import org.palimpsest.training.data.Sample;

/**
 * The pictures that ship with the program: scenes rendered by this program through simulated
 * cameras, some edited afterwards, with the truth about each.
 */
public final class SamplePictures {
  private static final String HEAD =
      """
      # Samples

      These pictures are **rendered**, not photographed: scenes computed by this project (room `samples`), taken by
      simulated cameras (lens, Bayer filter, noise, demosaicing, development, JPEG). Some were edited afterwards by the
      same edits the embedded model was trained on. All were saved once more at the end, edited or not.

      They show what the program does. They are no measure of how well it does it: nobody may take hits and misses on
      them for an error rate. `truth/NAME.png` is white wherever an edit could have touched a pixel.

      `palimpsest samples --out DIR --autoencoder FILE` makes them again.

      | file | camera | made |
      |---|---|---|
      """;

  private final SampleBook book;

  /**
   * The samples at a size.
   *
   * @param height in pixels, a multiple of three
   */
  public SamplePictures(int height) {
    book = new SampleBook(height);
  }

  /**
   * Writes the pictures, {@code truth/NAME.png} for the edited ones and {@code INDEX.md}.
   *
   * @param regenerator null leaves out the pictures that need one
   * @return names of the pictures left out
   */
  public List<String> write(Path folder, @Nullable Regenerator regenerator, Progress progress)
      throws IOException {
    Files.createDirectories(folder.resolve("truth"));
    StringBuilder index = new StringBuilder(HEAD);
    List<String> leftOut = new ArrayList<>();
    List<Recipe> recipes = book.recipes();
    for (int i = 0; i < recipes.size() && !progress.isCancelled(); i++) {
      Recipe recipe = recipes.get(i);
      progress.report(i, recipes.size(), recipe.name());
      if (recipe.needsRegenerator() && regenerator == null) {
        leftOut.add(recipe.name());
        continue;
      }
      Sample sample = recipe.make(regenerator);
      AtomicFile.write(
          folder.resolve(recipe.name() + ".jpg"),
          Jpeg.encode(sample.image(), recipe.quality(), recipe.subsampling()));
      if (sample.fake()) {
        AtomicFile.write(
            folder.resolve("truth").resolve(recipe.name() + ".png"),
            Png.encode(white(sample.mask())));
      }
      index.append(row(recipe, sample));
    }
    AtomicFile.write(folder.resolve("INDEX.md"), index.toString().getBytes(StandardCharsets.UTF_8));
    return leftOut;
  }

  private static String row(Recipe recipe, Sample sample) {
    double share = 100.0 * sample.mask().area() / sample.mask().values().length;
    return String.format(
        Locale.ROOT,
        "| `%s.jpg` | %s, seed %d | %s; saved with quality %d |\n",
        recipe.name(),
        recipe.shot().camera().name(),
        recipe.shot().seed(),
        sample.fake()
            ? String.format(Locale.ROOT, "%s, %.1f %% of the picture", sample.provenance(), share)
            : "not edited",
        recipe.quality());
  }

  private static RgbImage white(Mask mask) {
    RgbImage image = RgbImage.black(mask.width(), mask.height());
    for (int i = 0; i < mask.values().length; i++) {
      for (int c = 0; mask.values()[i] != 0 && c < 3; c++) {
        image.rgb()[i * 3 + c] = (byte) 255;
      }
    }
    return image;
  }
}
