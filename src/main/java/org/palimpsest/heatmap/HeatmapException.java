package org.palimpsest.heatmap;

/** A map that cannot be read as evidence, such as one holding values that are not numbers. */
public final class HeatmapException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HeatmapException(String message) {
    super(message);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "MAP-01";
  }
}
