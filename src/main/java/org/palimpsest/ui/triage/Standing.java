package org.palimpsest.ui.triage;

import java.util.Locale;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.LatestResult;

/** How an exhibit stands, in the order in which a person wants to look: results first. */
public enum Standing {
  INCONSISTENT,
  INCONCLUSIVE,
  CONSISTENT,
  /** It could not be read or examined, and there is no earlier result. */
  FAILED,
  RUNNING,
  QUEUED,
  /** In the case, not asked to be examined. */
  WAITING;

  static Standing of(ExhibitRow row) {
    LatestResult latest = row.latest();
    if (latest != null) {
      return switch (latest.outcome()) {
        case INCONSISTENT -> INCONSISTENT;
        case INCONCLUSIVE -> INCONCLUSIVE;
        case CONSISTENT -> CONSISTENT;
      };
    }
    return switch (row.state()) {
      case FAILED -> FAILED;
      case RUNNING -> RUNNING;
      case QUEUED -> QUEUED;
      case NEW, RECEIVED, DONE, CANCELLED -> WAITING;
    };
  }

  /** The name as part of message keys and style classes. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
