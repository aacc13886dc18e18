package org.palimpsest.ui.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Progress;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.fx.Background;

/** What can be done with a case as a whole and with exhibits as things in custody. */
public final class CaseActions {
  private static final int ENTRIES_AT_ONCE = 2000;

  private final Messages messages;
  private final Dialogs dialogs;
  private final Background background;
  private final CaseHooks hooks;

  /** Actions on whatever case is in the window when they are asked for. */
  public CaseActions(Messages messages, Dialogs dialogs, Background background, CaseHooks hooks) {
    this.messages = messages;
    this.dialogs = dialogs;
    this.background = background;
    this.hooks = hooks;
  }

  private void withCase(Consumer<CaseFile> action) {
    CaseFile file = hooks.file().get();
    if (file != null) {
      action.accept(file);
    }
  }

  /** The case, if it can be changed; otherwise one sentence says why not. */
  private void withWritable(Consumer<CaseFile> action) {
    withCase(
        file -> {
          try {
            file.requireChanges();
            action.accept(file);
          } catch (CaseException e) {
            hooks.failed().accept(e);
          }
        });
  }

  /** What the case is about. */
  public void details() {
    withCase(
        file -> background.run(file.details()::get, now -> details(file, now), hooks.failed()));
  }

  private void details(CaseFile file, CaseDetails now) {
    new DetailsSheet(messages)
        .ask(hooks.owner().get(), now, !file.isReadOnly())
        .ifPresent(
            next ->
                background.run(
                    () -> {
                      file.details().set(next);
                      return next;
                    },
                    done -> hooks.renamed().run(),
                    hooks.failed()));
  }

  /** How the chosen exhibits came. */
  public void receipt() {
    withWritable(
        file -> {
          List<Long> exhibits = hooks.selected().get();
          if (exhibits.isEmpty()) {
            hooks.say().accept(messages.text("casefile.nothing.selected"));
            return;
          }
          background.run(
              () -> receipts(file, exhibits), receipts -> receipt(file, receipts), hooks.failed());
        });
  }

  private static Map<Long, Receipt> receipts(CaseFile file, List<Long> exhibits)
      throws CaseException {
    Map<Long, Receipt> receipts = new LinkedHashMap<>();
    for (long exhibit : exhibits) {
      receipts.put(exhibit, file.exhibits().exhibit(exhibit).content().receipt());
    }
    return receipts;
  }

  private void receipt(CaseFile file, Map<Long, Receipt> receipts) {
    List<Long> exhibits = List.copyOf(receipts.keySet());
    new ReceiptSheet(messages)
        .ask(hooks.owner().get(), List.copyOf(receipts.values()))
        .ifPresent(
            stated ->
                background.run(
                    () -> {
                      for (int i = 0; i < exhibits.size(); i++) {
                        if (!stated.get(i).equals(receipts.get(exhibits.get(i)))) {
                          file.exhibits().stateReceipt(exhibits.subList(i, i + 1), stated.get(i));
                        }
                      }
                    }));
  }

  /** Copies of the chosen exhibits, or of all when none is chosen, into the case's folder. */
  public void keepCopies() {
    withWritable(
        file -> {
          List<Long> exhibits = hooks.selected().get();
          work()
              .run(
                  hooks.owner().get(),
                  messages.text("casefile.copies.title"),
                  progress -> keep(file, exhibits, progress),
                  this::kept);
        });
  }

  /** What became of copying: how many are there, and why the first that is not there is not. */
  private record Kept(int copies, int failed, @Nullable Throwable first) {}

  private static Kept keep(CaseFile file, List<Long> chosen, Progress progress)
      throws CaseException {
    List<Long> exhibits =
        chosen.isEmpty() ? file.exhibits().rows().stream().map(ExhibitRow::id).toList() : chosen;
    int copies = 0;
    int failed = 0;
    Throwable first = null;
    for (int i = 0; i < exhibits.size() && !progress.isCancelled(); i++) {
      progress.report(i, exhibits.size(), file.exhibits().row(exhibits.get(i)).name());
      try {
        file.originals().keep(exhibits.get(i));
        copies++;
      } catch (EvidenceException e) {
        failed++;
        first = first == null ? e : first;
      } catch (CaseException e) {
        // One exhibit that was never read is no reason to leave out the others; a full disk is.
        if (e.reason() != CaseException.Reason.REFUSED) {
          throw e;
        }
        failed++;
        first = first == null ? e : first;
      }
    }
    return new Kept(copies, failed, first);
  }

  private void kept(Kept result) {
    if (result.first() != null) {
      hooks.failed().accept(result.first());
    }
    hooks.say().accept(messages.text("casefile.copies.done", result.copies(), result.failed()));
  }

  /** Where a moved file is now. */
  public void locate() {
    withWritable(
        file -> {
          List<Long> exhibits = hooks.selected().get();
          if (exhibits.size() != 1) {
            hooks.say().accept(messages.text("casefile.nothing.single"));
            return;
          }
          List<Path> found =
              dialogs.openFiles(
                  messages.text("casefile.locate.title"),
                  new FileKind(messages.text("casefile.locate.kind"), List.of("*.*")),
                  null);
          if (!found.isEmpty()) {
            background.run(
                () -> {
                  file.originals().locate(exhibits.getFirst(), found.getFirst());
                  return true;
                },
                done -> hooks.say().accept(messages.text("casefile.locate.done")),
                hooks.failed());
          }
        });
  }

  /** Takes the chosen exhibits off the list, with a reason. */
  public void setAside() {
    withWritable(
        file -> {
          List<Long> exhibits = hooks.selected().get();
          if (exhibits.isEmpty()) {
            hooks.say().accept(messages.text("casefile.nothing.selected"));
            return;
          }
          dialogs
              .ask(
                  messages.text("casefile.aside.title"),
                  messages.text("casefile.aside.question", exhibits.size()),
                  "")
              .ifPresent(
                  reason -> background.run(() -> file.exhibits().withdraw(exhibits, reason)));
        });
  }

  /** What was set aside. */
  public void withdrawn() {
    withCase(
        file ->
            background.run(() -> withdrawn(file), found -> putBack(file, found), hooks.failed()));
  }

  private static List<WithdrawnSheet.Withdrawn> withdrawn(CaseFile file) throws CaseException {
    List<WithdrawnSheet.Withdrawn> all = new ArrayList<>();
    for (ExhibitRow row : file.exhibits().withdrawn()) {
      all.add(
          new WithdrawnSheet.Withdrawn(
              row.id(), row.name(), file.exhibits().whyWithdrawn(row.id())));
    }
    return all;
  }

  private void putBack(CaseFile file, List<WithdrawnSheet.Withdrawn> found) {
    List<Long> back =
        new WithdrawnSheet(messages).ask(hooks.owner().get(), found, !file.isReadOnly());
    if (!back.isEmpty()) {
      background.run(() -> file.exhibits().reinstate(back));
    }
  }

  /** Reads every exhibit again, walks the log, and names the first place that does not hold. */
  public void verify() {
    withCase(
        file ->
            work()
                .run(
                    hooks.owner().get(),
                    messages.text("casefile.verify.title"),
                    progress -> file.verifier().run(progress),
                    result -> new VerifySheet(messages).show(hooks.owner().get(), result)));
  }

  /** The custody log. */
  public void custodyLog() {
    withCase(
        file ->
            background.run(
                () -> new Log(file.details().get().name(), log(file)),
                log ->
                    new CustodyWindow(messages)
                        .show(hooks.owner().get(), log.caseName(), log.entries()),
                hooks.failed()));
  }

  private record Log(String caseName, List<AuditEntry> entries) {}

  private static List<AuditEntry> log(CaseFile file) throws CaseException {
    List<AuditEntry> all = new ArrayList<>();
    List<AuditEntry> some = file.audit().entries(1, ENTRIES_AT_ONCE);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = file.audit().entries(some.getLast().seq() + 1, ENTRIES_AT_ONCE);
    }
    return all;
  }

  private WorkSheet work() {
    return new WorkSheet(messages, background, hooks.failed());
  }
}
