package org.palimpsest.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Localization of one group after one resaving.
 *
 * @param kind why the pictures belong together
 * @param group name of the group
 * @param pictures number of edited pictures
 * @param figures their means; a figure that no picture has is missing
 * @param found share of the pictures at or above the operating point that were not used to choose
 *     it; null without an operating point
 */
public record LocalizationRow(
    Group.Kind kind,
    String group,
    Resaving resaving,
    int pictures,
    Map<LocalizationFigure, Estimate> figures,
    @Nullable Estimate found) {
  static LocalizationRow of(
      Group group, Resaving resaving, @Nullable AreaRule rule, Bootstrap bootstrap) {
    List<Measured> pictures = Evaluation.only(group.pictures(), resaving);
    Map<LocalizationFigure, Estimate> figures = new EnumMap<>(LocalizationFigure.class);
    for (LocalizationFigure figure : LocalizationFigure.values()) {
      figure.mean(pictures, bootstrap).ifPresent(mean -> figures.put(figure, mean));
    }
    return new LocalizationRow(
        group.kind(),
        group.name(),
        resaving,
        pictures.size(),
        figures,
        rule == null || pictures.isEmpty() ? null : rule.flagged(pictures));
  }
}
