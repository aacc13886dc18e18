package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.PictureFacts;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Block.Tone;
import org.palimpsest.report.document.Figure;
import org.palimpsest.report.document.Picture;

/** The pictures of an exhibit as figures of the right size with captions. */
final class FigureBlocks {
  private static final double WIDEST = 165;
  private static final double TALLEST = 78;

  /** Width of an image pixel of a crop: 150 of them to the inch. */
  private static final double CROP_PIXEL = 25.4 / 150;

  private FigureBlocks() {}

  static List<Block> of(
      String label, ExhibitPictures pictures, @Nullable ExaminationRecord record) {
    List<Block> blocks = new ArrayList<>();
    if (pictures.whyNot() != null) {
      blocks.add(new Block.Notice(Tone.WARNING, pictures.whyNot(), List.of()));
    }
    Picture original = pictures.original();
    if (original == null) {
      if (pictures.thumbnail() != null) {
        blocks.add(
            figure(
                pictures.thumbnail(),
                label + ", a small picture kept when the exhibit was received.",
                50));
      }
      return blocks;
    }
    blocks.add(
        figure(
            original,
            "%s as received, upright%s.".formatted(label, scale(original, record)),
            WIDEST));
    if (pictures.overlay() != null && record != null) {
      blocks.add(
          figure(
              pictures.overlay(),
              "%s with its localization map laid over it (at most 65 %% opaque). The bar below shows the colours of the map values 0 to 1, with a mark at the threshold %s, and beside it the share of the picture above it. Regions above the threshold are outlined and numbered by size."
                  .formatted(label, Words.number(record.conditions().threshold())),
              WIDEST));
    }
    for (ExhibitPictures.Crop crop : pictures.crops()) {
      blocks.add(crop(label, crop));
    }
    return blocks;
  }

  private static String scale(Picture original, @Nullable ExaminationRecord record) {
    PictureFacts picture = record == null ? null : record.picture();
    if (picture == null) {
      return "";
    }
    return picture.width() == original.width()
        ? "; one pixel of the figure is one of the original (%s)"
            .formatted(Words.size(picture.width(), picture.height()))
        : "; %s pixels averaged down to %s"
            .formatted(
                Words.size(picture.width(), picture.height()),
                Words.size(original.width(), original.height()));
  }

  private static Block.Figures figure(Picture picture, String caption, double widest) {
    double width = Math.min(widest, TALLEST * picture.width() / picture.height());
    return new Block.Figures(List.of(new Figure(picture, caption, width)));
  }

  private static Block.Figures crop(String label, ExhibitPictures.Crop crop) {
    double width = crop.plain().width() * CROP_PIXEL;
    String where =
        "%s, region %d%s, scale 1:1 without resampling: pixels %s of the original. The bar is %d pixels long."
            .formatted(
                label,
                crop.region(),
                crop.whole() ? "" : " (a part of it)",
                Words.box(crop.shown()),
                crop.bar());
    return new Block.Figures(
        List.of(
            new Figure(crop.plain(), where, width),
            new Figure(
                crop.marked(),
                "The same part with the localization map, in the colours of the overlay above.",
                width)));
  }
}
