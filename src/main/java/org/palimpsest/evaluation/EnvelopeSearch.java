package org.palimpsest.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.ValidatedEnvelope;

/**
 * Looks for the widest region of edit size, resolution and compression in which a rule misses
 * little. The region is proposed on every other edited picture of the data and holds only if, on
 * the rest, the upper end of the miss rate's interval is below the limit after every kind of saving
 * that the region allows. A region found and confirmed on the same pictures would be luck.
 */
final class EnvelopeSearch {
  /** Fewer pictures than this confirm nothing. */
  static final int FEWEST = 20;

  private static final int FEWEST_TO_PROPOSE = 10;
  private static final int[] QUALITIES = {75, 85, 90};
  private static final double[] SHARES = {0, 0.1, 0.25, 0.5, 0.75, 0.9};
  private static final double[] SIDES = {0, 0.25, 0.5};

  private final AreaRule rule;
  private final double limit;
  private final List<Measured> proposing = new ArrayList<>();
  private final List<Measured> confirming = new ArrayList<>();

  /** A region: smallest edited share, shortest side, lowest JPEG quality. */
  private record Region(double share, int side, int quality) {
    boolean holds(Measured one) {
      return one.jpegQuality() != null
          && one.jpegQuality() >= quality
          && one.editedShare() >= share
          && Math.min(one.width(), one.height()) >= side;
    }
  }

  EnvelopeSearch(List<Measured> edited, AreaRule rule, double limit) {
    this.rule = rule;
    this.limit = limit;
    Map<TestImage, Integer> numbers = new LinkedHashMap<>();
    for (Measured one : edited) {
      numbers.putIfAbsent(one.image(), numbers.size());
      (numbers.getOrDefault(one.image(), 0) % 2 == 0 ? proposing : confirming).add(one);
    }
  }

  EnvelopeFinding find(LocalDate day) {
    Region best = null;
    int widest = 0;
    for (Region region : regions()) {
      int size = proposed(region);
      if (size > widest) {
        widest = size;
        best = region;
      }
    }
    if (best == null) {
      return none(
          String.format(
              Locale.ROOT,
              "in no region of edit size, side and JPEG quality with %d pictures or more were at"
                  + " most %.0f %% missed",
              FEWEST_TO_PROPOSE,
              50 * limit));
    }
    return confirm(best, day);
  }

  private EnvelopeFinding none(String why) {
    return new EnvelopeFinding(null, "No kind of picture was validated: %s.".formatted(why), limit);
  }

  private List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (double share : quantiles(proposing.stream().map(Measured::editedShare).toList(), SHARES)) {
      for (double side :
          quantiles(
              proposing.stream().map(one -> (double) Math.min(one.width(), one.height())).toList(),
              SIDES)) {
        for (int quality : QUALITIES) {
          regions.add(new Region(share, (int) side, quality));
        }
      }
    }
    return regions;
  }

  private static SortedSet<Double> quantiles(List<Double> values, double[] at) {
    List<Double> sorted = values.stream().sorted().toList();
    TreeSet<Double> quantiles = new TreeSet<>();
    for (double share : at) {
      if (!sorted.isEmpty()) {
        quantiles.add(sorted.get((int) (share * (sorted.size() - 1))));
      }
    }
    return quantiles;
  }

  /** Pictures of a region that may be proposed; 0 for one that misses too much. */
  private int proposed(Region region) {
    int size = 0;
    for (Resaving resaving : savings(region)) {
      List<Measured> inside = inside(proposing, region, resaving);
      if (inside.size() < FEWEST_TO_PROPOSE || missRate(inside).value() > limit / 2) {
        return 0;
      }
      size += inside.size();
    }
    return size;
  }

  /** The resavings whose result a region allows; a file that was no JPEG is in none. */
  private List<Resaving> savings(Region region) {
    List<Resaving> savings = new ArrayList<>();
    for (Resaving resaving : Resaving.values()) {
      if (resaving.quality() != null && resaving.quality() >= region.quality()) {
        savings.add(resaving);
      }
    }
    // Above the qualities that were made here only the files as they came are left.
    if (savings.isEmpty() || inside(proposing, region, Resaving.AS_IS).size() >= FEWEST) {
      savings.add(Resaving.AS_IS);
    }
    return savings;
  }

  private EnvelopeFinding confirm(Region region, LocalDate day) {
    List<Measured> all = new ArrayList<>();
    @Nullable Rate worst = null;
    int images = 0;
    for (Resaving resaving : savings(region)) {
      List<Measured> inside = inside(confirming, region, resaving);
      if (inside.size() < FEWEST) {
        return none(
            "the region that promised most has %d pictures left to confirm it %s, and %d are needed"
                .formatted(inside.size(), resaving.words(), FEWEST));
      }
      Rate missed = missRate(inside);
      if (missed.high95() > limit) {
        return none(
            String.format(
                Locale.ROOT,
                "the region that promised most missed %.1f %% of %d further pictures %s, with an"
                    + " interval up to %.1f %%, and the limit is %.0f %%",
                100 * missed.value(),
                inside.size(),
                resaving.words(),
                100 * missed.high95(),
                100 * limit));
      }
      if (worst == null || missed.high95() > worst.high95()) {
        worst = missed;
        images = inside.size();
      }
      all.addAll(inside);
    }
    if (worst == null) {
      return none("no saving was measured");
    }
    ValidatedEnvelope envelope =
        new ValidatedEnvelope(
            region.share(),
            Math.max(1, region.side()),
            all.stream().mapToInt(one -> Math.max(one.width(), one.height())).max().orElse(1),
            region.quality(),
            worst,
            images,
            "every other edited picture of %s (the region was chosen on the others)"
                .formatted(Evaluation.names(all)),
            day.toString());
    return new EnvelopeFinding(
        envelope,
        String.format(
            Locale.ROOT,
            "Validated for edits of at least %.2f %% of the picture, sides from %d to %d pixels and"
                + " JPEG quality %d or more: at most %.1f %% missed, with an interval up to %.1f"
                + " %%, which is below the limit of %.0f %%.",
            100 * envelope.minEditShare(),
            envelope.minSide(),
            envelope.maxSide(),
            envelope.minJpegQuality(),
            100 * worst.value(),
            100 * worst.high95(),
            100 * limit),
        limit);
  }

  private static List<Measured> inside(List<Measured> pictures, Region region, Resaving resaving) {
    return Evaluation.only(pictures, resaving).stream().filter(region::holds).toList();
  }

  private Rate missRate(List<Measured> pictures) {
    return OperatingPointEstimator.misses(rule.statistics(pictures), rule.limit());
  }
}
