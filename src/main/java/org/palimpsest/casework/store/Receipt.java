package org.palimpsest.casework.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an exhibit came. Every text may be empty: what is not known is not made up.
 *
 * @param how the way it came, such as e-mail, a drive, a download
 * @param from whom or what it came from
 * @param at when it was received; null for the moment it is added to the case
 * @param by who received it
 * @param originalName its name with the sender, where that differs
 * @param note anything else
 */
public record Receipt(
    String how, String from, @Nullable Instant at, String by, String originalName, String note) {
  /** Nothing is known but that it was added, at the moment it is added. */
  public static Receipt unstated() {
    return new Receipt("", "", null, "", "", "");
  }

  Receipt receivedAt(Instant usual) {
    return new Receipt(how, from, at == null ? usual : at, by, originalName, note);
  }
}
