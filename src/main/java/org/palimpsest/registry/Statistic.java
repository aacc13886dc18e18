package org.palimpsest.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The number, one for each image, that an operating point compares with its threshold. */
public enum Statistic {
  /** Softmax of the class logits for "fake", 0..1; in tiles mode the largest over the tiles. */
  @JsonProperty("image-score")
  IMAGE_SCORE,
  /** Share of the image, 0..1, whose localization map lies above the map threshold. */
  @JsonProperty("area")
  AREA
}
