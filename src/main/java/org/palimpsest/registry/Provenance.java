package org.palimpsest.registry;

import java.util.List;

/**
 * What whoever imports a model says of it; it becomes a part of the card and nobody checks it.
 *
 * @param title the model's name for people
 * @param origin who made the weights, and where they were got
 * @param licence under which they may be used
 * @param trainingData what they were trained on
 * @param remarks what else a reader of the card must know, a sentence each
 */
public record Provenance(
    String title, String origin, String licence, String trainingData, List<String> remarks) {
  public Provenance {
    remarks = List.copyOf(remarks);
  }
}
