package org.palimpsest.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A piece of queued work at one moment.
 *
 * @param id its number in the queue, from 1, never given twice
 * @param what what is to be done
 * @param progress share that is done, 0..1; negative while unknown
 * @param failure why it failed; null unless it did
 */
public record Work<T>(
    long id, T what, WorkState state, double progress, @Nullable WorkFailure failure) {
  Work<T> in(WorkState next) {
    return new Work<>(id, what, next, next == WorkState.DONE ? 1 : -1, null);
  }

  Work<T> at(double share) {
    return new Work<>(id, what, state, share, failure);
  }

  Work<T> failed(WorkFailure why) {
    return new Work<>(id, what, WorkState.FAILED, -1, why);
  }
}
