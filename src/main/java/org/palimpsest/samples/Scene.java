package org.palimpsest.samples;

/** Something to take a picture of, seen through a window 1 high and as wide as the picture is. */
interface Scene {
  /**
   * What is seen in a direction.
   *
   * @param u from the left, in picture heights
   * @param v from the top, 0..1
   * @param light receives linear red, green and blue radiance, about 0..1
   * @return number of the object seen, 0 for none of interest
   */
  int look(double u, double v, double[] light);
}
