package org.palimpsest.casework.store;

import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;

/** How a finding stands to the machine's outcome. */
public enum MachineAgreement {
  /** No examination was considered. */
  NOT_EXAMINED,
  AGREES,
  /** One of the two is inconclusive. */
  DIFFERS,
  /** One says consistent, the other inconsistent with an original. */
  CONTRADICTS;

  /** Whether the two do not say the same. */
  public boolean differs() {
    return this == DIFFERS || this == CONTRADICTS;
  }

  /** How a conclusion stands to an outcome of the machine, which may be missing. */
  public static MachineAgreement of(Outcome conclusion, @Nullable Outcome machine) {
    if (machine == null) {
      return NOT_EXAMINED;
    }
    if (machine == conclusion) {
      return AGREES;
    }
    return machine == Outcome.INCONCLUSIVE || conclusion == Outcome.INCONCLUSIVE
        ? DIFFERS
        : CONTRADICTS;
  }
}
