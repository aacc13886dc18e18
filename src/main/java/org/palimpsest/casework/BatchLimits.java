package org.palimpsest.casework;

/**
 * How much of a batch is in hand at once. Memory follows these numbers and not the folder's size.
 *
 * @param decoders threads that read and decode
 * @param finishers threads that measure, draw and write
 * @param waiting decoded images that may wait for the network
 * @param images images between being read and being written
 * @param pixels pixels of all those images together; a larger single image passes alone
 */
public record BatchLimits(int decoders, int finishers, int waiting, int images, long pixels) {
  /** Pixels, blender, map and the encoded map of one image, in bytes per pixel. */
  private static final int BYTES_PER_PIXEL = 24;

  /**
   * Limits for a machine: two full passes of the network in hand, half the heap for images.
   *
   * @param batchSize inputs that one pass of the network carries
   * @param processors processors at hand
   * @param heap largest heap in bytes
   */
  public static BatchLimits of(int batchSize, int processors, long heap) {
    int workers = Math.clamp(processors / 2, 1, 4);
    int waiting = Math.max(2, batchSize);
    return new BatchLimits(
        workers,
        workers,
        waiting,
        waiting + batchSize + 2 * workers,
        Math.max(1, heap / 2 / BYTES_PER_PIXEL));
  }
}
