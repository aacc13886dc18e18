package org.palimpsest.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The kind of images on which a model's miss rate was measured to be small; outside it, "not
 * detected" says nothing.
 *
 * @param minEditShare smallest edited share of the image that was measured, 0..1
 * @param minSide shortest permitted side in pixels
 * @param maxSide longest permitted side in pixels
 * @param minJpegQuality lowest permitted JPEG quality, 1..100 (IJG scale)
 * @param missRate share of edits of that kind below the operating point, of the worst kind of
 *     saving that was measured
 * @param images number of edited images it rests on
 * @param measuredOn those images, in words
 * @param date day of the measurement, ISO 8601
 */
public record ValidatedEnvelope(
    double minEditShare,
    int minSide,
    int maxSide,
    int minJpegQuality,
    Rate missRate,
    int images,
    String measuredOn,
    String date) {
  public ValidatedEnvelope {
    if (!(0 <= minEditShare && minEditShare <= 1)
        || minSide < 1
        || maxSide < minSide
        || minJpegQuality < 1
        || minJpegQuality > 100) {
      throw new IllegalArgumentException("the validated envelope is empty or impossible");
    }
    Required.field("envelope.miss_rate", missRate);
    Required.text("envelope.measured_on", measuredOn);
    Required.text("envelope.date", date);
    if (images < 1) {
      throw new IllegalArgumentException("a validated envelope needs at least one image");
    }
    try {
      LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date must be like 2026-11-23, not " + date, e);
    }
  }

  /**
   * Whether an image is of the measured kind.
   *
   * @param jpegQuality estimated quality, 1..100; null for an image that is not a JPEG
   */
  public boolean contains(int width, int height, @Nullable Integer jpegQuality) {
    return Math.min(width, height) >= minSide
        && Math.max(width, height) <= maxSide
        && (jpegQuality == null || jpegQuality >= minJpegQuality);
  }
}
