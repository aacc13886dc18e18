package org.palimpsest.report;

import org.palimpsest.casework.FailedItem;
import org.palimpsest.evidence.VisibleName;

/** A file that was not examined, as the page lists it. */
public record PageError(String path, String code, String reason) {
  static PageError of(FailedItem item) {
    return new PageError(VisibleName.of(item.path()), item.code(), VisibleName.of(item.reason()));
  }
}
