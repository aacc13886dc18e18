package org.palimpsest.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two runs picture by picture: the difference this run minus the other, on the pictures both have.
 *
 * @param other the other run, in words
 * @param rows by measure, variant and group
 * @param onlyHere figures that the other run lacks, of measures it has
 * @param onlyThere figures that this run lacks, of measures it has
 */
public record Comparison(String other, List<Row> rows, int onlyHere, int onlyThere) {
  /** A set or family with fewer pictures is not compared by itself. */
  public static final int FEWEST = 10;

  public Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * One group under one measure after one resaving.
   *
   * @param group "pool", a set, or a family of sets
   * @param here mean of this run
   * @param there mean of the other run
   * @param difference mean of the differences, with its two-sided interval
   * @param lowerBound the difference is above this with 95 % confidence (one-sided); null where
   *     there are too few pictures
   */
  public record Row(
      String measure,
      String variant,
      String group,
      double here,
      double there,
      Estimate difference,
      @Nullable Double lowerBound) {}

  /**
   * Compares two tables.
   *
   * @param families sets that are also looked at together, by a name
   */
  public static Comparison of(
      String other,
      FigureTable here,
      FigureTable there,
      Map<String, Set<String>> families,
      Bootstrap bootstrap) {
    Map<List<String>, List<FigureTable.Key>> shared = new LinkedHashMap<>();
    int onlyHere = 0;
    Set<String> measures = measures(there);
    for (FigureTable.Key key : here.values().keySet()) {
      if (there.values().containsKey(key)) {
        shared
            .computeIfAbsent(List.of(key.measure(), key.variant()), any -> new ArrayList<>())
            .add(key);
      } else {
        onlyHere += measures.contains(key.measure()) ? 1 : 0;
      }
    }
    Set<String> measured = measures(here);
    int onlyThere = 0;
    for (FigureTable.Key key : there.values().keySet()) {
      onlyThere += measured.contains(key.measure()) && !here.values().containsKey(key) ? 1 : 0;
    }
    List<Row> rows = new ArrayList<>();
    shared.forEach(
        (what, keys) ->
            groups(keys, families)
                .forEach((name, some) -> rows.add(row(what, name, some, here, there, bootstrap))));
    return new Comparison(other, rows, onlyHere, onlyThere);
  }

  private static Set<String> measures(FigureTable table) {
    Set<String> measures = new TreeSet<>();
    table.values().keySet().forEach(key -> measures.add(key.measure()));
    return measures;
  }

  private static Map<String, List<FigureTable.Key>> groups(
      List<FigureTable.Key> keys, Map<String, Set<String>> families) {
    Map<String, List<FigureTable.Key>> groups = new LinkedHashMap<>();
    groups.put("pool", keys);
    families.forEach(
        (name, sets) ->
            groups.put(name, keys.stream().filter(key -> sets.contains(key.set())).toList()));
    Map<String, List<FigureTable.Key>> bySet = new TreeMap<>();
    keys.forEach(key -> bySet.computeIfAbsent(key.set(), set -> new ArrayList<>()).add(key));
    bySet.forEach(groups::putIfAbsent);
    groups.values().removeIf(some -> some.size() < FEWEST && some != keys);
    return groups;
  }

  private static Row row(
      List<String> what,
      String group,
      List<FigureTable.Key> keys,
      FigureTable here,
      FigureTable there,
      Bootstrap bootstrap) {
    double[] ours = values(keys, here);
    double[] theirs = values(keys, there);
    double[] differences = new double[ours.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = ours[i] - theirs[i];
    }
    var bound = bootstrap.lowerBound95(differences);
    return new Row(
        what.get(0),
        what.get(1),
        group,
        bootstrap.mean(ours).value(),
        bootstrap.mean(theirs).value(),
        bootstrap.mean(differences),
        bound.isPresent() ? bound.getAsDouble() : null);
  }

  private static double[] values(List<FigureTable.Key> keys, FigureTable table) {
    return keys.stream()
        .mapToDouble(key -> Objects.requireNonNull(table.values().get(key)))
        .toArray();
  }
}
