package org.palimpsest.report.evaluation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.AreaRule;
import org.palimpsest.evaluation.EvaluationResult;
import org.palimpsest.evaluation.Intake;
import org.palimpsest.evaluation.Localizer;
import org.palimpsest.evaluation.MapAreas;
import org.palimpsest.evaluation.Measured;
import org.palimpsest.evaluation.Resaving;
import org.palimpsest.evaluation.Subject;
import org.palimpsest.evaluation.SubjectException;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.Overlay;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.Jpeg;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.Resize;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.imaging.Subsampling;
import org.palimpsest.tasks.Progress;

/**
 * The worst misses and the worst false alarms as pictures. They are asked again at the end, because
 * only then it is known which they are.
 *
 * @param misses edited pictures that were not flagged, the largest edits first; without an
 *     operating point those with the lowest block AUC
 * @param alarms authentic pictures that were flagged, the largest areas first
 * @param missCount how many were not flagged in all
 * @param alarmCount how many were flagged in all
 */
public record Gallery(List<Exhibit> misses, List<Exhibit> alarms, int missCount, int alarmCount) {
  /** Pictures of each kind at most. */
  public static final int SHOWN = 8;

  private static final int SMALL = 320;
  private static final int QUALITY = 82;

  public Gallery {
    misses = List.copyOf(misses);
    alarms = List.copyOf(alarms);
  }

  /** A gallery without pictures. */
  public static Gallery empty() {
    return new Gallery(List.of(), List.of(), 0, 0);
  }

  /** Asks the model again for the worst pictures; a cancelled gallery is shorter. */
  public static Gallery of(EvaluationResult result, Localizer model, Progress progress) {
    List<Measured> misses = misses(result);
    List<Measured> alarms = alarms(result);
    Painter painter = new Painter(model, result.rule(), progress);
    return new Gallery(painter.paint(misses), painter.paint(alarms), misses.size(), alarms.size());
  }

  private static List<Measured> misses(EvaluationResult result) {
    AreaRule rule = result.rule();
    Comparator<Measured> byFile = Comparator.comparing(one -> one.image().file());
    return result.evaluation().edited().stream()
        .filter(one -> one.resaving() == Resaving.AS_IS)
        .filter(one -> rule == null || !rule.flags(one))
        .sorted(
            (rule == null
                    ? Comparator.<Measured>comparingDouble(one -> one.blockAuc().orElse(1))
                    : Comparator.<Measured>comparingDouble(one -> -one.editedShare()))
                .thenComparing(byFile))
        .toList();
  }

  private static List<Measured> alarms(EvaluationResult result) {
    AreaRule rule = result.rule();
    return rule == null
        ? List.of()
        : result.evaluation().authentic().stream()
            .filter(one -> one.resaving() == Resaving.AS_IS && rule.flags(one))
            .sorted(
                Comparator.<Measured>comparingDouble(one -> -one.areas().above(rule.mapIndex()))
                    .thenComparing(one -> one.image().file()))
            .toList();
  }

  /** Draws exhibits. */
  private record Painter(Localizer model, @Nullable AreaRule rule, Progress progress) {
    List<Exhibit> paint(List<Measured> pictures) {
      List<Exhibit> exhibits = new ArrayList<>();
      for (Measured one : pictures.subList(0, Math.min(SHOWN, pictures.size()))) {
        if (progress.isCancelled()) {
          return exhibits;
        }
        try {
          exhibits.add(exhibit(one, new Intake().read(one.image())));
        } catch (SubjectException e) {
          exhibits.add(
              new Exhibit(name(one), "It can no longer be read: " + e.getMessage(), List.of()));
        }
      }
      return exhibits;
    }

    private Exhibit exhibit(Measured one, Subject subject) {
      FloatMap map = model.answer(subject.pixels()).map();
      float threshold = (float) (rule == null ? MapAreas.threshold(49) : rule.mapThreshold());
      Heatmap heatmap = Heatmap.of(map, threshold);
      List<Exhibit.Small> pictures = new ArrayList<>();
      pictures.add(small("The picture", subject.pixels()));
      pictures.add(
          small("The map over it", Overlay.thumbnail(SMALL).paint(subject.pixels(), heatmap)));
      if (subject.truth() != null) {
        pictures.add(small("Against the truth", against(subject, subject.truth(), heatmap)));
      }
      return new Exhibit(name(one), caption(one, heatmap), pictures);
    }

    private static String name(Measured one) {
      return VisibleName.of(one.image().set() + " / " + one.image().file().getFileName());
    }

    private static String caption(Measured one, Heatmap heatmap) {
      String marked =
          String.format(
              Locale.ROOT,
              "%.2f %% of the picture lie above %.2f",
              100 * heatmap.areaShare(),
              heatmap.threshold());
      String size = "%d × %d".formatted(one.width(), one.height());
      return one.image().authentic()
          ? "Authentic, %s: %s.".formatted(size, marked)
          : String.format(
              Locale.ROOT,
              "%.2f %% edited, %s: %s; block AUC %s.",
              100 * one.editedShare(),
              size,
              marked,
              one.blockAuc().isPresent()
                  ? String.format(Locale.ROOT, "%.3f", one.blockAuc().getAsDouble())
                  : "not defined");
    }

    /** Hits, misses and false alarms in three colours on the darkened picture. */
    private static RgbImage against(Subject subject, Mask truth, Heatmap heatmap) {
      RgbImage drawn = RgbImage.black(truth.width(), truth.height());
      float[] map = heatmap.map().values();
      for (int i = 0; i < map.length; i++) {
        boolean edited = truth.values()[i] != 0;
        boolean marked = map[i] > heatmap.threshold();
        int colour = edited && marked ? 0x009e73 : edited ? 0xe69f00 : marked ? 0x56b4e9 : 0;
        for (int channel = 0; channel < 3; channel++) {
          int grey = subject.pixels().rgb()[i * 3 + channel] & 0xff;
          int tint = colour >> (16 - 8 * channel) & 0xff;
          drawn.rgb()[i * 3 + channel] = (byte) (colour == 0 ? grey / 3 : (grey + 3 * tint) / 4);
        }
      }
      return drawn;
    }

    private static Exhibit.Small small(String caption, RgbImage image) {
      double scale = Math.min(1, (double) SMALL / Math.max(image.width(), image.height()));
      int width = Math.max(1, (int) Math.round(image.width() * scale));
      int height = Math.max(1, (int) Math.round(image.height() * scale));
      RgbImage shrunk = scale < 1 ? Resize.area(image, width, height) : image;
      byte[] bytes = Jpeg.encode(shrunk, QUALITY, Subsampling.S420);
      return new Exhibit.Small(
          caption, "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes));
    }
  }
}
