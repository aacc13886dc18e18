package org.palimpsest.imaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Collects what a decoder complains of while it goes on: each sentence once, and not endlessly. */
final class DecoderWarnings implements IIOReadWarningListener {
  private static final int MOST = 8;
  private static final int LONGEST = 200;

  private final Set<String> warnings = new LinkedHashSet<>();
  private int left;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    // The text may quote the file, which may hold anything.
    String line = warning.replaceAll("\\p{Cntrl}+", " ").strip();
    String text = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    if (warnings.contains(text)) {
      return;
    }
    if (warnings.size() < MOST) {
      warnings.add(text);
    } else {
      left++;
    }
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    warnings.forEach(warning -> notes.add("The decoder warns: " + warning));
    if (left > 0) {
      notes.add("The decoder gave %d further warnings.".formatted(left));
    }
    return notes;
  }
}
