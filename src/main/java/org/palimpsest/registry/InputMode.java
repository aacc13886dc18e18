package org.palimpsest.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a picture is brought to the network's input size. */
public enum InputMode {
  /** Overlapping tiles at native resolution, so that small edits keep their traces. */
  @JsonProperty("tiles")
  TILES,
  /** The whole picture stretched to the input size, as the published network was trained. */
  @JsonProperty("whole")
  WHOLE
}
