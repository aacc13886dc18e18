package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.evaluation.data.TestImage;

/**
 * Edited pictures that are looked at together.
 *
 * @param kind why they belong together
 * @param name the group's name
 * @param pictures every one after every resaving
 */
public record Group(Kind kind, String name, List<Measured> pictures) {
  /** Why pictures belong together. */
  public enum Kind {
    /** All there are. */
    POOL,
    /** One set. */
    SET,
    /** A fifth of all, by the edited share of the picture as it came. */
    FIFTH
  }

  private static final int PARTS = 5;

  public Group {
    pictures = List.copyOf(pictures);
  }

  /** The pool, every set, and the fifths where there are five pictures or more. */
  public static List<Group> of(List<Measured> edited) {
    List<Group> groups = new ArrayList<>();
    if (edited.isEmpty()) {
      return groups;
    }
    groups.add(new Group(Kind.POOL, "all", edited));
    Evaluation.bySet(edited).forEach((set, some) -> groups.add(new Group(Kind.SET, set, some)));
    groups.addAll(fifths(edited));
    return groups;
  }

  private static List<Group> fifths(List<Measured> edited) {
    List<Measured> bySize =
        Evaluation.only(edited, Resaving.AS_IS).stream()
            .sorted(
                Comparator.comparingDouble(Measured::editedShare)
                    .thenComparing(one -> one.image().file()))
            .toList();
    if (bySize.size() < PARTS) {
      return List.of();
    }
    Map<TestImage, Integer> parts = new HashMap<>();
    for (int i = 0; i < bySize.size(); i++) {
      parts.put(bySize.get(i).image(), part(i, bySize.size()));
    }
    List<Group> fifths = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int wanted = part;
      List<Measured> some =
          edited.stream().filter(one -> parts.getOrDefault(one.image(), -1) == wanted).toList();
      fifths.add(new Group(Kind.FIFTH, name(Evaluation.only(some, Resaving.AS_IS)), some));
    }
    return fifths;
  }

  private static int part(int rank, int count) {
    return (int) ((long) rank * PARTS / count);
  }

  private static String name(List<Measured> bySize) {
    double smallest = bySize.stream().mapToDouble(Measured::editedShare).min().orElse(0);
    double largest = bySize.stream().mapToDouble(Measured::editedShare).max().orElse(0);
    return String.format(
        Locale.ROOT, "%.2f to %.2f %% of the picture", 100 * smallest, 100 * largest);
  }
}
