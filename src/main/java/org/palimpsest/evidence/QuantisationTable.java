package org.palimpsest.evidence;

import java.util.List;

/**
 * A quantisation table of a JPEG (ITU-T T.81, B.2.4.1).
 *
 * @param id destination, 0 to 3
 * @param divisors 64 values in the zigzag order of the file
 */
public record QuantisationTable(int id, List<Integer> divisors) {
  public QuantisationTable {
    divisors = List.copyOf(divisors);
  }
}
