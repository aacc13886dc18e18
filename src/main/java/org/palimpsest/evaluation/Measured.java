package org.palimpsest.evaluation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.data.TestImage;

/**
 * One picture after one resaving, as a model sees it.
 *
 * @param image the picture and its truth
 * @param sha256 digest of its file, 64 hexadecimal digits
 * @param resaving what happened to it before it was shown to the model
 * @param width its width then
 * @param height its height then
 * @param jpegQuality quality of the last JPEG save, 1..100 (estimated for a file as it came); null
 *     where it came as another format
 * @param score class score in the model's mode, 0..1; no probability
 * @param areas shares of the map above thresholds
 * @param editedShare edited share of the picture; 0 where there is no mask
 * @param localization agreement with the mask; null where there is none
 * @param protocol the same picture under OpenSDID's protocol
 */
public record Measured(
    TestImage image,
    String sha256,
    Resaving resaving,
    int width,
    int height,
    @Nullable Integer jpegQuality,
    float score,
    MapAreas areas,
    double editedShare,
    @Nullable Localization localization,
    Protocol protocol) {
  /** Localization in blocks of 16 pixels; empty where it is not defined. */
  public OptionalDouble blockAuc() {
    return localization == null ? OptionalDouble.empty() : localization.blockAuc();
  }
}
