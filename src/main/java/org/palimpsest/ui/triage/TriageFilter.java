package org.palimpsest.ui.triage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which exhibits the list shows: those that meet every condition.
 *
 * @param standings only exhibits that stand so; empty for all
 * @param tags only exhibits with at least one of these tags; empty for all
 * @param text only exhibits whose name, path or SHA-256 holds every word of it, in any case
 * @param onlyErrors only exhibits with which something went wrong
 * @param range only exhibits whose result lies in it; null for all
 */
public record TriageFilter(
    Set<Standing> standings,
    Set<Long> tags,
    String text,
    boolean onlyErrors,
    @Nullable Range range) {
  /** Everything. */
  public static final TriageFilter NONE = new TriageFilter(Set.of(), Set.of(), "", false, null);

  public TriageFilter {
    standings = Set.copyOf(standings);
    tags = Set.copyOf(tags);
  }

  /** Whether everything passes. */
  public boolean isNone() {
    return withText("").equals(NONE) && text.isBlank();
  }

  boolean passes(EvidenceRow row) {
    return passesBesideRange(row) && (range == null || range.contains(row));
  }

  /** All but the range, so that the histogram shows what the range chooses from. */
  boolean passesBesideRange(EvidenceRow row) {
    return (standings.isEmpty() || standings.contains(row.standing()))
        && (!onlyErrors || row.hasError())
        && (tags.isEmpty() || row.exhibit().tags().stream().anyMatch(tags::contains))
        && hasWords(row);
  }

  private boolean hasWords(EvidenceRow row) {
    return text.isBlank()
        || Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .allMatch(row.search()::contains);
  }

  public TriageFilter withText(String next) {
    return new TriageFilter(standings, tags, next, onlyErrors, range);
  }

  public TriageFilter withRange(@Nullable Range next) {
    return new TriageFilter(standings, tags, text, onlyErrors, next);
  }

  public TriageFilter withOnlyErrors(boolean next) {
    return new TriageFilter(standings, tags, text, next, range);
  }

  /** The same with a standing among the chosen ones or not. */
  public TriageFilter with(Standing standing, boolean chosen) {
    Set<Standing> next = EnumSet.noneOf(Standing.class);
    next.addAll(standings);
    if (chosen) {
      next.add(standing);
    } else {
      next.remove(standing);
    }
    return new TriageFilter(next, tags, text, onlyErrors, range);
  }

  /** The same with a tag among the chosen ones or not. */
  public TriageFilter withTag(long tag, boolean chosen) {
    Set<Long> next = new HashSet<>(tags);
    if (chosen) {
      next.add(tag);
    } else {
      next.remove(tag);
    }
    return new TriageFilter(standings, next, text, onlyErrors, range);
  }
}
