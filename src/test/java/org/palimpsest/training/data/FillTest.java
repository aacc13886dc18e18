package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.TestImages;

class FillTest {
  private static final int SIDE = 96;

  @ParameterizedTest
  @EnumSource(Inpainting.Equation.class)
  void aRampIsContinuedThroughTheHole(Inpainting.Equation equation) {
    RgbImage ramp = RgbImage.black(SIDE, SIDE);
    boolean[] hole = new boolean[SIDE * SIDE];
    RgbImage damaged = RgbImage.black(SIDE, SIDE);
    for (int i = 0; i < hole.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      hole[i] = Math.hypot(x - 50, y - 44) < 22;
      for (int c = 0; c < 3; c++) {
        ramp.rgb()[i * 3 + c] = (byte) (20 + x + y / 2 + 10 * c);
        damaged.rgb()[i * 3 + c] = hole[i] ? (byte) 250 : ramp.rgb()[i * 3 + c];
      }
    }
    RgbImage filled = new Inpainting(equation, 20).fill(damaged, hole);
    for (int i = 0; i < filled.rgb().length; i++) {
      int difference = (filled.rgb()[i] & 0xff) - (ramp.rgb()[i] & 0xff);
      assertThat(Math.abs(difference)).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void aHarmonicFillStaysBetweenItsSurroundings() {
    RgbImage image = TestImages.photograph(SIDE, SIDE, 4);
    boolean[] hole = new boolean[SIDE * SIDE];
    for (int i = 0; i < hole.length; i++) {
      hole[i] = i % SIDE > 30 && i % SIDE < 70 && i / SIDE > 20 && i / SIDE < 60;
    }
    RgbImage filled = new Inpainting(Inpainting.Equation.HARMONIC, 30).fill(image, hole);
    double inside = roughness(filled, 34, 24, 66, 56);
    assertThat(inside).isLessThan(roughness(image, 34, 24, 66, 56) / 3);
  }

  @Test
  void anExemplarFillContinuesATexture() {
    RgbImage stripes = RgbImage.black(SIDE, SIDE);
    float[] alpha = new float[SIDE * SIDE];
    RgbImage damaged = RgbImage.black(SIDE, SIDE);
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = Math.hypot(i % SIDE - 48, i / SIDE - 48) < 14 ? 1 : 0;
      for (int c = 0; c < 3; c++) {
        stripes.rgb()[i * 3 + c] = (byte) ((i % SIDE) / 8 % 2 == 0 ? 60 : 190);
        damaged.rgb()[i * 3 + c] = alpha[i] > 0 ? (byte) 0 : stripes.rgb()[i * 3 + c];
      }
    }
    EditSite site = EditSite.of(damaged, "stripes", new FloatMap(SIDE, SIDE, alpha), false);
    RgbImage result = site.composed(new ExemplarFill().content(site, new Dice(1)).pixels());
    int wrong = 0;
    for (int i = 0; i < alpha.length; i++) {
      int difference = (result.rgb()[i * 3] & 0xff) - (stripes.rgb()[i * 3] & 0xff);
      wrong += Math.abs(difference) > 20 ? 1 : 0;
    }
    assertThat(wrong).isLessThan(60);
  }

  @Test
  void aFillKnowsNothingOfWhatItReplaces() {
    RgbImage image = TestImages.photograph(SIDE, SIDE, 6);
    float[] alpha = new float[SIDE * SIDE];
    RgbImage other = new RgbImage(SIDE, SIDE, image.rgb().clone());
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % SIDE > 40 && i % SIDE < 70 && i / SIDE > 30 && i / SIDE < 50 ? 1 : 0;
      for (int c = 0; c < 3 && alpha[i] > 0; c++) {
        other.rgb()[i * 3 + c] ^= 0x55;
      }
    }
    FloatMap area = new FloatMap(SIDE, SIDE, alpha);
    for (Forgery fill : new Forgery[] {new DiffusionFill(), new ExemplarFill()}) {
      RgbImage a = fill.content(EditSite.of(image, "a", area, true), new Dice(2)).pixels();
      RgbImage b = fill.content(EditSite.of(other, "a", area, true), new Dice(2)).pixels();
      assertThat(a.rgb()).isEqualTo(b.rgb());
    }
  }

  @Test
  void anUnturnedCopyIsFoundElsewhereInThePicture() {
    RgbImage image = TestImages.photograph(SIDE, SIDE, 8);
    float[] alpha = new float[SIDE * SIDE];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % SIDE >= 10 && i % SIDE < 30 && i / SIDE >= 12 && i / SIDE < 28 ? 1 : 0;
    }
    EditSite site = EditSite.of(image, "a", new FloatMap(SIDE, SIDE, alpha), false);
    int copies = 0;
    for (int seed = 0; seed < 20; seed++) {
      Forgery.Content content = new CopyMove().content(site, new Dice(seed));
      if (content.how().endsWith("x100%, turned 0 degrees")) {
        copies++;
        assertThat(occurs(content.pixels(), image)).isTrue();
      }
    }
    assertThat(copies).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.05, 0.2, 0.4})
  void areasHaveAboutTheWantedSize(double share) {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      Mask mask = new ShapeArtist(new Dice(seed)).draw(200, 160, share);
      assertThat(mask.area()).isPositive().isLessThan(200 * 160);
      sum += mask.area() / 32000.0;
    }
    assertThat(sum / 40).isBetween(share * 0.6, share * 1.6);
  }

  private static boolean occurs(RgbImage part, RgbImage whole) {
    for (int y = 0; y + part.height() <= whole.height(); y++) {
      for (int x = 0; x + part.width() <= whole.width(); x++) {
        RgbImage cut = new Box(x, y, part.width(), part.height()).cut(whole);
        if (Arrays.equals(cut.rgb(), part.rgb())) {
          return true;
        }
      }
    }
    return false;
  }

  private static double roughness(RgbImage image, int left, int top, int right, int bottom) {
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += Math.abs(image.value(x, y, 1) - image.value(x + 1, y, 1));
      }
    }
    return sum;
  }
}
