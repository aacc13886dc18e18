package org.palimpsest.vision;

/** Number format the towers of the network work in; the class head always works in float32. */
public enum Precision {
  /** 32-bit floating point. */
  FP32("fp32"),
  /** bfloat16: 8 bits of mantissa, the range of float32. */
  BF16("bf16");

  private final String word;

  Precision(String word) {
    this.word = word;
  }

  /** As written on the command line and in records. */
  public String word() {
    return word;
  }
}
