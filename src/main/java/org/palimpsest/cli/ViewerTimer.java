package org.palimpsest.cli;

import java.util.List;
import org.palimpsest.machine.StartException;

/** Times the window's viewer; the window itself is not known here. */
public interface ViewerTimer {
  /** Frames of one action, in milliseconds. */
  record Row(String action, int frames, double medianMs, double p95Ms, double longestMs) {}

  /**
   * Opens a window, measures and closes it.
   *
   * @param megapixels size of the picture
   * @param frames counted for each action
   * @param headless draws in software, without a screen
   */
  List<Row> measure(int megapixels, int frames, boolean headless)
      throws StartException, InterruptedException;
}
