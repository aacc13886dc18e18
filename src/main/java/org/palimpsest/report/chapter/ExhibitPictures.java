package org.palimpsest.report.chapter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Box;
import org.palimpsest.report.document.Picture;

/**
 * The pictures of an exhibit.
 *
 * @param original the upright picture, reduced where it is large; null where it could not be read
 * @param overlay the same with its map, outlines, numbers and legend; null likewise
 * @param crops parts at full resolution around the largest regions
 * @param thumbnail small picture from when the exhibit was received; null without one
 * @param whyNot why there is no original; null when there is one
 */
public record ExhibitPictures(
    @Nullable Picture original,
    @Nullable Picture overlay,
    List<Crop> crops,
    @Nullable Picture thumbnail,
    @Nullable String whyNot) {
  public ExhibitPictures {
    crops = List.copyOf(crops);
  }

  /**
   * A region at full resolution.
   *
   * @param region its number, 1 for the largest
   * @param shown the part of the image that is seen
   * @param whole whether all of the region is seen
   * @param bar image pixels along the bar below
   */
  public record Crop(
      int region, Box shown, boolean whole, int bar, Picture plain, Picture marked) {}

  static ExhibitPictures none(@Nullable Picture thumbnail, String whyNot) {
    return new ExhibitPictures(null, null, List.of(), thumbnail, whyNot);
  }
}
