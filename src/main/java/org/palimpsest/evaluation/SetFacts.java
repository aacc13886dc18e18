package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.palimpsest.evaluation.data.Label;

/**
 * A measured set.
 *
 * @param name its name
 * @param authentic measured authentic pictures
 * @param edited measured edited pictures
 * @param fake measured pictures that are fake at places nobody recorded
 * @param formats formats of the files, in words; a set whose labels differ in format can be told
 *     apart without looking at a pixel
 */
public record SetFacts(String name, int authentic, int edited, int fake, String formats) {
  static List<SetFacts> of(List<Measured> measured) {
    List<SetFacts> facts = new ArrayList<>();
    Evaluation.bySet(Evaluation.only(measured, Resaving.AS_IS))
        .forEach(
            (name, pictures) ->
                facts.add(
                    new SetFacts(
                        name,
                        count(pictures, Label.AUTHENTIC),
                        count(pictures, Label.EDITED),
                        count(pictures, Label.FAKE),
                        formats(pictures))));
    return facts;
  }

  private static int count(List<Measured> pictures, Label label) {
    return (int) pictures.stream().filter(one -> one.image().label() == label).count();
  }

  private static String formats(List<Measured> pictures) {
    List<String> formats = new ArrayList<>();
    for (Label label : Label.values()) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Measured one : pictures) {
        if (one.image().label() == label) {
          counts.merge(one.jpegQuality() == null ? "other" : "JPEG", 1, Integer::sum);
        }
      }
      if (!counts.isEmpty()) {
        List<String> words = new ArrayList<>();
        counts.forEach((format, count) -> words.add("%d %s".formatted(count, format)));
        formats.add(label.name().toLowerCase(Locale.ROOT) + ": " + String.join(", ", words));
      }
    }
    return String.join("; ", formats);
  }
}
