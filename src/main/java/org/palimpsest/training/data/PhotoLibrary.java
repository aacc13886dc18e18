package org.palimpsest.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.palimpsest.imaging.RgbImage;

/**
 * Authentic photographs in memory, to cut training crops from; whole photographs are decoded once
 * and only parts of them kept, so that a crop costs a copy and memory stays bounded.
 */
public final class PhotoLibrary {
  private static final int VIEWS = 3;
  private static final int LARGEST_VIEW = 1600;
  private static final double SMALLER = 0.4;

  private final List<Photograph> photographs;
  private final Map<Path, String> skipped;

  PhotoLibrary(List<Photograph> photographs, Map<Path, String> skipped) {
    if (photographs.isEmpty()) {
      throw new IllegalArgumentException("A library needs at least one photograph.");
    }
    this.photographs = List.copyOf(photographs);
    this.skipped = Map.copyOf(skipped);
  }

  /**
   * Reads every file of a folder (not of folders in it).
   *
   * @param seed decides which parts are kept
   * @param budget bytes of pixels to keep at most
   * @throws IOException if the folder cannot be listed or none of its files can be read
   */
  public static PhotoLibrary load(Path folder, PhotoReader reader, long seed, long budget)
      throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    int side =
        (int) Math.min(LARGEST_VIEW, Math.sqrt(budget / (3.0 * VIEWS * Math.max(1, files.size()))));
    List<Photograph> photographs = new ArrayList<>();
    Map<Path, String> skipped = new LinkedHashMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        Dice dice = new Dice(seed * 31 + name.hashCode());
        photographs.add(Photograph.of(name, reader.read(file), side, VIEWS, dice));
      } catch (IOException e) {
        skipped.put(file, String.valueOf(e.getMessage()));
      }
    }
    if (photographs.isEmpty()) {
      throw new IOException(
          "None of the %d files in %s is a readable photograph.".formatted(files.size(), folder));
    }
    return new PhotoLibrary(photographs, skipped);
  }

  /** Number of photographs. */
  public int size() {
    return photographs.size();
  }

  /** Bytes of pixels kept in memory. */
  public long bytes() {
    return photographs.stream()
        .flatMap(photograph -> photograph.views().stream())
        .mapToLong(view -> view.rgb().length)
        .sum();
  }

  /** Files of the folder that could not be read, with the reason. */
  public Map<Path, String> skipped() {
    return skipped;
  }

  /** The largest square crop that this library can give. */
  int largestSide() {
    return photographs.stream().mapToInt(Photograph::largestSide).max().orElse(0);
  }

  /**
   * A crop of a random photograph.
   *
   * @param other a photograph to avoid where there is another one; empty for none
   */
  Crop crop(Dice dice, int width, int height, String other) {
    int side = Math.max(width, height);
    List<Photograph> roomy =
        photographs.stream().filter(photograph -> photograph.largestSide() >= side).toList();
    if (roomy.isEmpty()) {
      throw new IllegalArgumentException(
          "No photograph has room for a crop of %d x %d pixels.".formatted(width, height));
    }
    Photograph photograph = dice.pick(roomy);
    for (int attempt = 0; attempt < 8 && photograph.name().equals(other); attempt++) {
      photograph = dice.pick(roomy);
    }
    List<RgbImage> views =
        photograph.views().stream()
            .filter(view -> Math.min(view.width(), view.height()) >= side)
            .toList();
    // the last view is the whole picture made smaller, as most pictures are when they are edited
    RgbImage view = dice.chance(SMALLER) ? views.getLast() : dice.pick(views);
    int x = dice.whole(0, view.width() - width);
    int y = dice.whole(0, view.height() - height);
    if (dice.chance(0.6)) {
      x &= ~7;
      y &= ~7;
    }
    return new Crop(new Box(x, y, width, height).cut(view), photograph.name());
  }

  /** Part of a photograph and the photograph's name. */
  record Crop(RgbImage pixels, String photograph) {}
}
