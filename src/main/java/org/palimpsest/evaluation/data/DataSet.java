package org.palimpsest.evaluation.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Labelled pictures as they were found.
 *
 * @param images those that can be tried
 * @param unusable files that belong to it and cannot be, with the reason
 * @param notes how the layout was understood, a sentence each
 */
public record DataSet(List<TestImage> images, List<Unusable> unusable, List<String> notes) {
  public DataSet {
    images = List.copyOf(images);
    unusable = List.copyOf(unusable);
    notes = List.copyOf(notes);
  }

  /** Several data sets as one, in their order; a picture named twice counts once. */
  public static DataSet of(List<DataSet> parts) {
    List<TestImage> images = new ArrayList<>();
    List<Unusable> unusable = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (DataSet part : parts) {
      images.addAll(part.images());
      unusable.addAll(part.unusable());
      notes.addAll(part.notes());
    }
    return new DataSet(images.stream().distinct().toList(), unusable, notes);
  }
}
