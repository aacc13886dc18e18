package org.palimpsest.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.casework.Examined;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.heatmap.Overlay;
import org.palimpsest.imaging.FloatTiff;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;

/** Draws and writes the pictures of one examined image. */
final class ArtefactWriter {
  static final String OVERLAYS = "overlays";
  static final String MAPS = "maps";
  static final String THUMBNAILS = "thumbnails";

  private static final int SMALL = 360;
  private static final int QUALITY = 82;

  private final Path folder;
  private final Overlay overlay = Overlay.standard();
  private final Overlay smallOverlay = Overlay.thumbnail(SMALL);
  private final GroundTruth truth = new GroundTruth();

  ArtefactWriter(Path folder) {
    this.folder = folder;
  }

  /** Writes everything and gives the row that names it. */
  ResultRow write(Examined examined) throws IOException {
    RgbImage image = examined.image();
    String stem = OutputNames.stem(examined.source(), examined.record().file().sha256());
    Optional<GroundTruth.Found> known = truth.of(examined.source(), image.width(), image.height());
    Artefacts artefacts =
        new Artefacts(
            OVERLAYS + "/" + stem + ".png",
            MAPS + "/" + stem + ".tiff",
            THUMBNAILS + "/" + stem + ".jpg",
            THUMBNAILS + "/" + stem + "-overlay.jpg",
            known.isPresent() ? THUMBNAILS + "/" + stem + "-truth.jpg" : null);
    put(artefacts.overlay(), Png.encode(overlay.paint(image, examined.heatmap())));
    put(artefacts.map(), FloatTiff.encode(examined.heatmap().map()));
    put(artefacts.thumbnail(), small(image));
    put(artefacts.overlayThumbnail(), small(smallOverlay.paint(image, examined.heatmap())));
    TruthComparison comparison = null;
    if (known.isPresent()) {
      RgbImage drawn = truth.drawn(known.get().mask(), examined.heatmap());
      put(String.valueOf(artefacts.truthThumbnail()), small(drawn));
      comparison =
          TruthComparison.of(known.get().file().toString(), known.get().mask(), examined.heatmap());
    }
    return new ResultRow(examined.record(), artefacts, comparison, examined.robustness());
  }

  private void put(String name, byte[] bytes) throws IOException {
    AtomicFile.write(folder.resolve(name), bytes);
  }

  private static byte[] small(RgbImage image) {
    double scale = Math.min(1, (double) SMALL / Math.max(image.width(), image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    RgbImage shrunk = scale < 1 ? Resize.area(image, width, height) : image;
    return Jpeg.encode(shrunk, QUALITY, Subsampling.S420);
  }
}
