package org.palimpsest.imaging;

/**
 * The two JPEG quantization tables that the Independent JPEG Group's quality scale stands for: the
 * example tables of ITU-T T.81, Annex K, multiplied by 50/quality below 50 and by (2 - quality/50)
 * from there on.
 *
 * @param luma 64 divisors 1..255, row-major (not zigzag); not copied
 * @param chroma likewise for both chroma planes
 */
public record QuantizationTables(int[] luma, int[] chroma) {
  private static final String ANNEX_K1 =
      "16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 "
          + "14 17 22 29 51 87 80 62 18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 "
          + "49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99";
  private static final String ANNEX_K2 =
      "17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99 "
          + "47 66 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 "
          + "99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99";

  /**
   * The tables of a quality.
   *
   * @param quality 1 (coarsest) to 100 (all divisors 1)
   */
  public static QuantizationTables ofQuality(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality must be 1 to 100, not " + quality);
    }
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    return new QuantizationTables(scaled(ANNEX_K1, percent), scaled(ANNEX_K2, percent));
  }

  private static int[] scaled(String base, int percent) {
    String[] numbers = base.split(" ");
    int[] table = new int[64];
    for (int i = 0; i < 64; i++) {
      table[i] = Math.clamp((Integer.parseInt(numbers[i]) * percent + 50) / 100, 1, 255);
    }
    return table;
  }
}
