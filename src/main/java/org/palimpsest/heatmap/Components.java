package org.palimpsest.heatmap;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.imaging.FloatMap;

/**
 * Finds the parts of a map above a threshold that hang together over edges or corners (8-connected)
 * in one pass over its runs. Only the runs of two rows and the sums of each part are held, so a map
 * of a hundred million pixels needs no label image.
 */
final class Components {
  private record Run(int from, int to, int node) {}

  private final FloatMap map;
  private final float threshold;
  private final List<Component> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();

  Components(FloatMap map, float threshold) {
    this.map = map;
    this.threshold = threshold;
  }

  /** The connected parts in reading order of their first pixels. */
  List<Component> find() {
    List<Run> above = List.of();
    for (int y = 0; y < map.height(); y++) {
      above = row(y, above);
    }
    List<Component> found = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (root(node) == node) {
        found.add(nodes.get(node));
      }
    }
    return found;
  }

  private List<Run> row(int y, List<Run> above) {
    List<Run> runs = new ArrayList<>();
    int candidate = 0;
    for (int x = 0; x < map.width(); x++) {
      if (!(map.at(x, y) > threshold)) {
        continue;
      }
      int from = x;
      Component part = new Component(new Point(from, y));
      for (; x < map.width() && map.at(x, y) > threshold; x++) {
        part.add(map.at(x, y));
      }
      int to = x - 1;
      part.span(from, to, y);
      while (candidate < above.size() && above.get(candidate).to() < from - 1) {
        candidate++;
      }
      int node = -1;
      for (int i = candidate; i < above.size() && above.get(i).from() <= to + 1; i++) {
        int neighbour = root(above.get(i).node());
        node = node < 0 ? neighbour : join(node, neighbour);
      }
      if (node < 0) {
        node = nodes.size();
        nodes.add(part);
        parents.add(node);
      } else {
        nodes.get(node).absorb(part);
      }
      runs.add(new Run(from, to, node));
    }
    return runs;
  }

  private int join(int one, int other) {
    if (one == other) {
      return one;
    }
    int first = nodes.get(one).startsBefore(nodes.get(other)) ? one : other;
    int second = first == one ? other : one;
    nodes.get(first).absorb(nodes.get(second));
    parents.set(second, first);
    return first;
  }

  private int root(int node) {
    int root = node;
    while (parents.get(root) != root) {
      int parent = parents.get(root);
      parents.set(root, parents.get(parent));
      root = parent;
    }
    return root;
  }
}
