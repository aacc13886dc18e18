package org.palimpsest.report.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.evidence.Evidence;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.heatmap.Box;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.heatmap.CropView;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.Overlay;
import org.palimpsest.heatmap.Region;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.document.Picture;

/**
 * Draws the pictures of a report into its working folder, one exhibit at a time. Only bytes that
 * are those received are drawn.
 */
public final class PictureStudio {
  private static final int LONGEST = 1500;
  private static final int CROPS = 6;
  private static final int CROP_WIDTH = 420;
  private static final int CROP_HEIGHT = 300;

  private final CaseFile file;
  private final Path folder;
  private final @Nullable Path annotated;
  private final Overlay overlay = new Overlay(new ColourMap(), 0.65f, LONGEST, true);

  /**
   * A studio for one report.
   *
   * @param folder where the pictures go
   * @param annotated where large overlays and crops go that are kept beside the report; null for
   *     none
   */
  public PictureStudio(CaseFile file, Path folder, @Nullable Path annotated) {
    this.file = file;
    this.folder = folder;
    this.annotated = annotated;
  }

  /** The small picture that the case keeps of an exhibit; null where there is none. */
  public @Nullable Picture thumbnail(long id, int item, String alt)
      throws CaseException, IOException {
    byte[] bytes = file.exhibits().thumbnail(id).orElse(null);
    if (bytes == null) {
      return null;
    }
    try {
      RgbImage image = ImageDecoder.decode(bytes).pixels();
      Path target = folder.resolve(name(item, "thumbnail.jpg"));
      Files.write(target, bytes);
      return new Picture(target, alt, image.width(), image.height());
    } catch (DecodeException e) {
      return null;
    }
  }

  /** All pictures of an exhibit. */
  public ExhibitPictures draw(DetailedExhibit exhibit) throws CaseException, IOException {
    int item = exhibit.listed().item();
    String label = exhibit.label();
    Picture thumbnail = thumbnail(exhibit.listed().id(), item, label + ", as it was received");
    if (!exhibit.listed().check().holds()) {
      return ExhibitPictures.none(
          thumbnail,
          "When this report was written the file was %s. Its pictures are therefore not shown."
              .formatted(exhibit.listed().check().state().words()));
    }
    RgbImage image;
    try {
      Evidence evidence = Evidence.take(Path.of(exhibit.listed().path()));
      if (!evidence.sha256().hex().equals(exhibit.listed().sha256())) {
        return ExhibitPictures.none(
            thumbnail, "The file changed while this report was written. It is not shown.");
      }
      image = ImageDecoder.decode(evidence.bytes()).pixels();
    } catch (EvidenceException e) {
      return ExhibitPictures.none(
          thumbnail, "The file could not be read for this report (%s).".formatted(e.code()));
    } catch (DecodeException e) {
      return ExhibitPictures.none(
          thumbnail, "The file is no picture that could be decoded (%s).".formatted(e.code()));
    }
    Picture original = original(image, item, label);
    ExaminationRecord record = exhibit.record();
    if (record == null || exhibit.listed().latest() == null) {
      return new ExhibitPictures(original, null, List.of(), thumbnail, null);
    }
    FloatMap map = file.examinations().map(exhibit.listed().latest().examination());
    if (map.width() != image.width() || map.height() != image.height()) {
      return new ExhibitPictures(
          original,
          null,
          List.of(),
          thumbnail,
          "The stored map has another size than the picture and is not shown.");
    }
    Heatmap heatmap = Heatmap.of(map, record.conditions().threshold());
    if (annotated != null) {
      Files.write(
          annotated.resolve(name(item, "overlay.png")),
          Png.encode(Overlay.standard().paint(image, heatmap)));
    }
    return new ExhibitPictures(
        original,
        overlaid(image, heatmap, item, label),
        crops(image, heatmap, item, label),
        thumbnail,
        null);
  }

  private Picture original(RgbImage image, int item, String label) throws IOException {
    double scale = Math.min(1, (double) LONGEST / Math.max(image.width(), image.height()));
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    RgbImage small = scale < 1 ? Resize.area(image, width, height) : image;
    return put(
        item, "original.jpg", Jpeg.encode(small, 90, Subsampling.S444), small, label + ", upright");
  }

  private Picture overlaid(RgbImage image, Heatmap heatmap, int item, String label)
      throws IOException {
    RgbImage painted = overlay.paint(image, heatmap);
    return put(
        item,
        "overlay.jpg",
        Jpeg.encode(painted, 90, Subsampling.S444),
        painted,
        label + " with its localization map, regions outlined and numbered");
  }

  private List<ExhibitPictures.Crop> crops(RgbImage image, Heatmap heatmap, int item, String label)
      throws IOException {
    List<ExhibitPictures.Crop> crops = new ArrayList<>();
    for (int i = 0; i < Math.min(CROPS, heatmap.regions().size()); i++) {
      Region region = heatmap.regions().get(i);
      Box box = region.box();
      CropView view = CropView.around(box, image.width(), image.height(), CROP_WIDTH, CROP_HEIGHT);
      RgbImage plain = view.plain(image);
      RgbImage marked = view.marked(image, heatmap, overlay);
      String what = "%s, region %d at full resolution".formatted(label, i + 1);
      crops.add(
          new ExhibitPictures.Crop(
              i + 1,
              view.part(),
              view.shows(box),
              view.bar(),
              put(item, "region-%02d.png".formatted(i + 1), Png.encode(plain), plain, what),
              put(
                  item,
                  "region-%02d-map.png".formatted(i + 1),
                  Png.encode(marked),
                  marked,
                  what + ", with the map")));
    }
    return crops;
  }

  private Picture put(int item, String what, byte[] bytes, RgbImage image, String alt)
      throws IOException {
    Path target = folder.resolve(name(item, what));
    Files.write(target, bytes);
    if (annotated != null && what.endsWith(".png")) {
      Files.write(annotated.resolve(name(item, what)), bytes);
    }
    return new Picture(target, alt, image.width(), image.height());
  }

  private static String name(int item, String what) {
    return String.format(Locale.ROOT, "exhibit-%04d-%s", item, what);
  }
}
