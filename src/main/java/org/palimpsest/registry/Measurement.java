package org.palimpsest.registry;

/**
 * One measured figure of a model card.
 *
 * @param name what was measured, for example {@code mean block AUC, as is}
 * @param set the images it was measured on
 * @param n number of images
 * @param value the figure as it is to be shown, with its spread where known
 */
public record Measurement(String name, String set, int n, String value) {
  public Measurement {
    Required.text("a measurement's name", name);
    Required.text("a measurement's set", set);
    Required.text("a measurement's value", value);
    if (n < 1) {
      throw new IllegalArgumentException("a measurement needs at least one image");
    }
  }
}
