package org.palimpsest.vision;

import java.util.Locale;

/** Number format of the network's towers; class head and residual stem are always float32. */
public enum Precision {
  FP32,
  BF16;

  /** As on the command line and in records, for example {@code fp32}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
