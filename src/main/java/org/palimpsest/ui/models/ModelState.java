package org.palimpsest.ui.models;

/** Whether a model's weights are those its card speaks of. */
public sealed interface ModelState {
  /** The weights are being hashed. */
  record Verifying() implements ModelState {}

  /** They are. */
  record Verified() implements ModelState {}

  /**
   * They are not, or cannot be read.
   *
   * @param code short and stable
   * @param reason one sentence
   */
  record Unusable(String code, String reason) implements ModelState {}
}
