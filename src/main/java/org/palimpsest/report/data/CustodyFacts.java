package org.palimpsest.report.data;

import java.util.List;
import org.palimpsest.casework.store.AuditEntry;

/**
 * The audit log of the case and what verifying it gave.
 *
 * @param entries those listed in the report, in their order
 * @param total how many there are
 * @param head digest of the newest entry, which stands for the whole log
 * @param holds whether the chain and every stored content hold
 * @param result what verifying gave, one sentence
 */
public record CustodyFacts(
    List<AuditEntry> entries, long total, String head, boolean holds, String result) {
  public CustodyFacts {
    entries = List.copyOf(entries);
  }
}
