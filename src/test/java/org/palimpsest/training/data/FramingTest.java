package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Tile;

class FramingTest {
  private static final int SIDE = 32;

  @Test
  void smallPictureIsContinuedAsTheTilesOfAnExaminationContinueIt() {
    RgbImage whole = picture();
    RgbImage small = new Box(0, 0, 20, 13).cut(whole);

    RgbImage framed = new Framing(SIDE, 20, 13, false, false).of(small);

    assertThat(framed.rgb()).isEqualTo(new Tile(0, 0, SIDE).cut(small).rgb());
  }

  @Test
  void pictureAndMaskAreMirroredAlike() {
    Mask mask = Mask.empty(SIDE, SIDE);
    RgbImage image = RgbImage.black(SIDE, SIDE);
    mask.values()[3 * SIDE + 5] = 1;
    image.rgb()[(3 * SIDE + 5) * 3] = 9;

    Framing framing = new Framing(SIDE, SIDE, SIDE, true, true);

    int to = (SIDE - 1 - 3) * SIDE + SIDE - 1 - 5;
    assertThat(framing.of(mask).values()[to]).isEqualTo((byte) 1);
    assertThat(framing.of(image).rgb()[to * 3]).isEqualTo((byte) 9);
  }

  private static RgbImage picture() {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7 % 251);
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }
}
