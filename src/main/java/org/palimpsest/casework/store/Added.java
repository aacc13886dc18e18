package org.palimpsest.casework.store;

import java.util.List;

/**
 * What adding files led to.
 *
 * @param exhibits ids in the order of the files, those that were there already included
 * @param fresh ids that were not in the case before
 */
public record Added(List<Long> exhibits, List<Long> fresh) {
  public Added {
    exhibits = List.copyOf(exhibits);
    fresh = List.copyOf(fresh);
  }
}
