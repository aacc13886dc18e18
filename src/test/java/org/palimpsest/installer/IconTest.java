package org.palimpsest.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.ui.fx.WindowIcon;
import org.w3c.dom.Document;

class IconTest {
  private static final int OPAQUE = 0xff;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {16, 48, 256})
  void everySizeHasParchmentInkAndHeatOnAGroundWithRoundCorners(int size) {
    BufferedImage icon = Icon.raster(size);
    assertThat(icon.getWidth()).isEqualTo(size);
    assertThat(icon.getRGB(0, 0) >>> 24).isLessThan(OPAQUE);
    assertThat(icon.getRGB(size / 2, 1) >>> 24).isEqualTo(OPAQUE);
    int parchment = at(icon, 110, 80);
    int lens = at(icon, 318, 330);
    assertThat(red(parchment)).isGreaterThan(200);
    assertThat(blue(parchment)).isGreaterThan(140);
    assertThat(red(lens) - blue(lens)).as("warm").isGreaterThan(20);
  }

  @Test
  void theSameDrawingIsWrittenInEveryFormat() throws Exception {
    IconFiles.write(folder);
    for (int size : IconFiles.SIZES) {
      BufferedImage read = ImageIO.read(folder.resolve(IconFiles.png(size)).toFile());
      assertThat(read.getWidth()).isEqualTo(size);
    }
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve(IconFiles.SVG).toFile());
    assertThat(svg.getElementsByTagName("path").getLength())
        .isEqualTo(new Icon(Icon.SIDE).parts().size());
  }

  @Test
  void theIconOfTheWindowIsThisDrawing() throws Exception {
    for (int size : WindowIcon.SIZES) {
      BufferedImage shipped = ImageIO.read(WindowIcon.class.getResource(WindowIcon.resource(size)));
      BufferedImage drawn = Icon.raster(size);
      for (int i = 0; i < size * size; i++) {
        assertThat(shipped.getRGB(i % size, i / size)).isEqualTo(drawn.getRGB(i % size, i / size));
      }
    }
  }

  @Test
  void theWindowsIconHoldsReadablePictures() throws Exception {
    byte[] bytes = Files.readAllBytes(IconFiles.write(folder).resolve("palimpsest.ico"));
    ByteBuffer ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = ico.getShort(4);
    assertThat(count).isEqualTo(7);
    for (int i = 0; i < count; i++) {
      int side = ico.get(6 + 16 * i) & 0xff;
      int length = ico.getInt(6 + 16 * i + 8);
      int offset = ico.getInt(6 + 16 * i + 12);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes, offset, length));
      assertThat(image.getWidth()).isEqualTo(side == 0 ? 256 : side);
    }
  }

  @Test
  void theMacIconIsAsLongAsItSays() throws Exception {
    ByteBuffer icns =
        ByteBuffer.wrap(Files.readAllBytes(IconFiles.write(folder).resolve("palimpsest.icns")));
    byte[] name = new byte[4];
    icns.get(name);
    assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("icns");
    assertThat(icns.getInt()).isEqualTo(icns.capacity());
    while (icns.hasRemaining()) {
      icns.get(name);
      int length = icns.getInt();
      icns.position(icns.position() + length - 8);
    }
  }

  private static int at(BufferedImage icon, int x, int y) {
    return icon.getRGB(x * icon.getWidth() / Icon.SIDE, y * icon.getHeight() / Icon.SIDE);
  }

  private static int red(int rgb) {
    return rgb >> 16 & 0xff;
  }

  private static int blue(int rgb) {
    return rgb & 0xff;
  }
}
