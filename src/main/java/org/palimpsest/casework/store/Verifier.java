package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.palimpsest.tasks.Progress;

/** Looks at everything in a case that can be compared with something. */
public final class Verifier {
  private static final int ENTRIES_AT_ONCE = 1000;

  private final Database database;
  private final Originals originals;
  private final List<Flaw> flaws = new ArrayList<>();

  Verifier(Database database, Originals originals) {
    this.database = database;
    this.originals = originals;
  }

  /**
   * Walks the audit log, compares everything it vouches for, and reads every exhibit again. In a
   * case that can be changed the result becomes an entry of the log.
   */
  public Verification run(Progress progress) throws CaseException {
    flaws.clear();
    part("case file", sql -> flaws.addAll(new SchemaCheck(sql).flaws()));
    long entries = walk(progress);
    AtomicInteger examinations = new AtomicInteger();
    part(
        "contents",
        sql -> {
          ContentCheck check = new ContentCheck(sql, database.content(), progress);
          try {
            return check.run();
          } finally {
            flaws.addAll(check.flaws());
            examinations.set(check.examinations());
          }
        });
    int[] files = files(progress);
    boolean complete = !progress.isCancelled();
    String head = database.read(sql -> AuditLog.last(sql).map(AuditEntry::sha256).orElse(""));
    Verification result =
        new Verification(
            flaws,
            entries,
            examinations.get(),
            files[0],
            files[1],
            head,
            complete,
            database.actor().clock().instant());
    if (database.whyReadOnly() == null && complete) {
      note(result);
    }
    return result;
  }

  /** A part that cannot even be read is a flaw; the other parts are looked at nevertheless. */
  private void part(String place, Database.Query<Boolean> check) throws CaseException {
    try {
      database.read(check);
    } catch (CaseException e) {
      if (e.reason() != CaseException.Reason.DAMAGED) {
        throw e;
      }
      flaws.add(new Flaw(place, String.valueOf(e.getMessage())));
    }
  }

  private void note(Verification result) throws CaseException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("holds", result.holds());
    facts.put("flaws", result.flaws().size());
    result.first().ifPresent(flaw -> facts.put("first", flaw.place()));
    facts.put("exhibits", result.exhibits());
    facts.put("head", result.head());
    database.change(change -> change.audit(AuditAction.VERIFIED, null, facts));
  }

  private long walk(Progress progress) throws CaseException {
    long seq = 0;
    String before = AuditEntry.BEGINNING;
    long total = database.read(sql -> sql.number("SELECT coalesce(max(seq), 0) FROM audit"));
    while (!progress.isCancelled()) {
      long from = seq + 1;
      List<AuditEntry> entries = database.read(sql -> AuditLog.from(sql, from, ENTRIES_AT_ONCE));
      for (AuditEntry entry : entries) {
        seq++;
        String place = "audit entry %d".formatted(seq);
        if (entry.seq() != seq) {
          flaws.add(new Flaw(place, "The entry is missing."));
          seq = entry.seq();
        } else if (!entry.previous().equals(before)) {
          flaws.add(new Flaw(place, "It does not follow the entry before it."));
        }
        if (!entry.computed().equals(entry.sha256())) {
          flaws.add(
              new Flaw("audit entry %d".formatted(seq), "Its digest is not that of its text."));
        }
        before = entry.sha256();
      }
      progress.report(seq, total, "audit log");
      if (entries.size() < ENTRIES_AT_ONCE) {
        break;
      }
    }
    if (seq == 0) {
      flaws.add(new Flaw("audit log", "It is empty."));
    }
    return seq;
  }

  private int[] files(Progress progress) throws CaseException {
    List<Long> ids = database.read(Verifier::exhibits);
    int read = 0;
    int unread = 0;
    for (int i = 0; i < ids.size() && !progress.isCancelled(); i++) {
      Originals.Checked checked;
      try {
        checked = originals.check(ids.get(i));
      } catch (CaseException e) {
        flaws.add(new Flaw("exhibit %d".formatted(ids.get(i)), String.valueOf(e.getMessage())));
        continue;
      }
      progress.report(i, ids.size(), checked.path().toString());
      if (checked.state() == OriginalState.NOT_READ_YET) {
        unread++;
        continue;
      }
      read++;
      if (checked.state() != OriginalState.AS_RECEIVED) {
        flaws.add(
            new Flaw(
                "exhibit %d".formatted(ids.get(i)),
                "%s: %s".formatted(checked.state().words(), checked.path())));
      }
    }
    progress.report(ids.size(), ids.size(), "");
    return new int[] {read, unread};
  }

  private static List<Long> exhibits(Sql sql) throws SQLException {
    return sql.list("SELECT exhibit FROM standing ORDER BY exhibit", row -> row.getLong(1));
  }
}
