package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * False alarms on the authentic pictures of one set after one resaving.
 *
 * @param set name of the set; "all" for all of them
 * @param pictures number of authentic pictures
 * @param atPoint share at or above the operating point, of those it was not chosen on; null without
 *     an operating point, or where none of them is left
 * @param anyPixel share with a pixel above 0.5 in the map
 * @param onePercent share with more than 1 % of the picture above 0.5 in the map
 * @param scoreAboveHalf share whose class score is above 0.5
 */
public record AlarmRow(
    String set,
    Resaving resaving,
    int pictures,
    @Nullable Estimate atPoint,
    Estimate anyPixel,
    Estimate onePercent,
    Estimate scoreAboveHalf) {
  static List<AlarmRow> of(Evaluation evaluation, Resaving resaving, @Nullable AreaRule rule) {
    List<AlarmRow> rows = new ArrayList<>();
    List<Measured> all = Evaluation.only(evaluation.authentic(), resaving);
    List<Measured> unseen = Evaluation.only(evaluation.unseen(), resaving);
    if (!all.isEmpty()) {
      rows.add(of("all", resaving, all, unseen, rule));
    }
    Evaluation.bySet(all)
        .forEach(
            (set, pictures) ->
                rows.add(
                    of(
                        set,
                        resaving,
                        pictures,
                        unseen.stream().filter(one -> one.image().set().equals(set)).toList(),
                        rule)));
    return rows;
  }

  private static AlarmRow of(
      String set,
      Resaving resaving,
      List<Measured> pictures,
      List<Measured> unseen,
      @Nullable AreaRule rule) {
    return new AlarmRow(
        set,
        resaving,
        pictures.size(),
        rule == null || unseen.isEmpty() ? null : rule.flagged(unseen),
        share(pictures, one -> one.areas().above(Localization.HALF) > 0),
        share(pictures, one -> one.areas().above(Localization.HALF) > 0.01),
        share(pictures, one -> one.score() > 0.5f));
  }

  private static Estimate share(List<Measured> pictures, Predicate<Measured> flagged) {
    int hits = (int) pictures.stream().filter(flagged).count();
    return Estimate.of(BinomialInterval.of95(hits, pictures.size()), pictures.size());
  }
}
