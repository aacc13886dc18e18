package org.palimpsest.vision;

/** How many cores the engine may use within one operation. */
public final class EngineThreads {
  /** Read by the engine when it starts. */
  private static final String PROPERTY = "ai.djl.pytorch.num_threads";

  private EngineThreads() {}

  /**
   * Leaves one core to a person who is looking at something while pictures are examined. To be
   * called before the engine starts; a number that was set from outside is respected.
   *
   * @param cores of this machine
   * @return cores that work in the background may keep busy
   */
  public static int leaveOneCore(int cores) {
    int others = Math.max(1, cores - 1);
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, Integer.toString(others));
    }
    return others;
  }
}
