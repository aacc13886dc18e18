package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.MachineAgreement;
import org.palimpsest.casework.store.ReviewStatus;
import org.palimpsest.casework.store.Support;
import org.palimpsest.tasks.BackgroundPool;

/**
 * What the examiner concludes about the exhibit that is looked at. What was written and not
 * recorded is recorded as a draft when another exhibit is looked at or the case is left. Used by
 * the thread that owns the window.
 */
public final class FindingModel implements AutoCloseable {
  private final BackgroundPool writer;
  private final Consumer<Runnable> window;
  private final Consumer<Throwable> failed;
  private final CaseListener listener = this::heard;
  private final ReadOnlyObjectWrapper<@Nullable Considered> considered =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Outcome> conclusion = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Support> support = new SimpleObjectProperty<>();
  private final StringProperty justification = new SimpleStringProperty("");
  private final ObservableList<RegionChoice> regions = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final BooleanProperty reopened = new SimpleBooleanProperty();
  private final InvalidationListener touched = now -> touch();
  private boolean filling;
  private @Nullable CaseFile file;
  private @Nullable Long exhibit;

  /**
   * Looks at nothing yet.
   *
   * @param writer one thread, which reads and writes in the order in which it is asked
   * @param window hands work to the thread that owns the window
   * @param failed hears what could not be done
   */
  public FindingModel(
      BackgroundPool writer, Consumer<Runnable> window, Consumer<Throwable> failed) {
    this.writer = writer;
    this.window = window;
    this.failed = failed;
    conclusion.addListener(touched);
    support.addListener(touched);
    justification.addListener(touched);
    reopened.addListener(now -> settle());
  }

  /** Looks into a case from now on, at no exhibit yet. */
  public void open(CaseFile next) {
    close();
    file = next;
    next.addListener(listener);
  }

  /** Records what is unfinished and looks at nothing any more. */
  @Override
  public void close() {
    leave();
    if (file != null) {
      file.removeListener(listener);
    }
    file = null;
    show(null);
  }

  /** Looks at an exhibit, or at none; what is unfinished about the one before is recorded. */
  public void show(@Nullable Long id) {
    if (id != null && id.equals(exhibit)) {
      return;
    }
    leave();
    exhibit = id;
    // Nothing of one exhibit may be typed into another's finding while that is being read.
    fill(null);
    if (id != null && file != null) {
      read(file, id);
    }
  }

  /** The exhibit and what a finding about it may rest on; null for none. */
  public ReadOnlyObjectProperty<@Nullable Considered> consideredProperty() {
    return considered.getReadOnlyProperty();
  }

  /** One of the three things that may be said; null until the examiner has chosen. */
  public ObjectProperty<@Nullable Outcome> conclusionProperty() {
    return conclusion;
  }

  public ObjectProperty<@Nullable Support> supportProperty() {
    return support;
  }

  public StringProperty justificationProperty() {
    return justification;
  }

  ObservableList<RegionChoice> regions() {
    return regions;
  }

  /** Whether something was written that is not recorded yet. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether the fields may be changed: the case can be, and the finding is a draft. */
  public ReadOnlyBooleanProperty editableProperty() {
    return editable.getReadOnlyProperty();
  }

  /** Why nothing can be recorded, one sentence; empty when it can. */
  public Optional<String> whyReadOnly() {
    return file == null ? Optional.empty() : file.whyReadOnly();
  }

  /** The finding as it was recorded last. */
  public Optional<Finding> recorded() {
    Considered now = considered.get();
    return now == null ? Optional.empty() : now.finding();
  }

  /** How what is chosen stands to the program's prediction. */
  public MachineAgreement agreement() {
    Considered now = considered.get();
    Outcome chosen = conclusion.get();
    return now == null || now.record() == null || chosen == null
        ? MachineAgreement.NOT_EXAMINED
        : MachineAgreement.of(chosen, now.record().verdict().outcome());
  }

  /** Lets a signed finding be changed; it is a draft again once that is recorded. */
  public void reopen() {
    reopened.set(true);
  }

  /** Records what is written as a draft. */
  public void record() {
    store(true);
  }

  /** The second reader agrees to what was recorded. */
  public void sign(String reader, String remark) {
    onRecorded((open, id) -> open.findings().sign(id, reader, remark));
  }

  /** Releases what a second reader has signed. */
  public void release() {
    onRecorded((open, id) -> open.findings().release(id));
  }

  /** Takes the finding back. */
  public void withdraw() {
    changed.set(false);
    onRecorded((open, id) -> open.findings().withdraw(id));
  }

  private interface Step {
    Finding on(CaseFile open, long finding) throws Exception;
  }

  private void onRecorded(Step step) {
    CaseFile open = file;
    Optional<Finding> finding = recorded();
    if (open != null && finding.isPresent() && !changed.get()) {
      work(() -> step.on(open, finding.get().id()), done -> {});
    }
  }

  private void leave() {
    store(false);
  }

  /** What nobody has written is not recorded. */
  private void store(boolean asked) {
    CaseFile open = file;
    Considered now = considered.get();
    if (open == null || now == null || !editable.get() || !changed.get()) {
      return;
    }
    FindingDraft draft = draft(now);
    changed.set(false);
    Optional<Finding> before = now.finding();
    long about = now.row().id();
    work(
        () ->
            before.isPresent()
                ? open.findings().set(before.get().id(), draft)
                : open.findings().add(about, draft),
        done -> {
          if (asked && Long.valueOf(about).equals(exhibit)) {
            reopened.set(false);
          }
        });
  }

  /** Until a conclusion is chosen a draft says the one thing that claims nothing. */
  private FindingDraft draft(Considered now) {
    Outcome chosen = conclusion.get();
    Support level = support.get();
    return new FindingDraft(
        chosen == null ? Outcome.INCONCLUSIVE : chosen,
        level == null ? Support.NONE : level,
        justification.get().strip(),
        regions.stream()
            .filter(choice -> choice.chosenProperty().get())
            .map(RegionChoice::region)
            .toList(),
        now.examination());
  }

  private <T> void work(Callable<T> step, Consumer<T> then) {
    Future<Boolean> unused =
        writer.submit(
            () -> {
              try {
                T result = step.call();
                window.accept(() -> then.accept(result));
                return true;
              } catch (Exception e) {
                window.accept(() -> failed.accept(e));
                return false;
              }
            });
  }

  private void read(CaseFile from, long id) {
    work(
        () -> Considered.of(from, id),
        found -> {
          if (from.equals(file) && Long.valueOf(id).equals(exhibit)) {
            arrive(found);
          }
        });
  }

  private void arrive(Considered found) {
    Considered before = considered.get();
    if (before == null || !changed.get()) {
      fill(found);
    } else {
      // What is being written rests on the examination that was there when it was begun.
      considered.set(before.with(found.findings(), found.versions()));
    }
  }

  /** What is being written is never replaced by what the case says; it is read once recorded. */
  private void heard(CaseChange change) {
    if (change.kinds().contains(CaseChange.Kind.FINDINGS)
        || change.kinds().contains(CaseChange.Kind.EXAMINATIONS)
        || change.kinds().contains(CaseChange.Kind.ANNOTATIONS)) {
      window.accept(
          () -> {
            if (file != null && exhibit != null && change.exhibits().contains(exhibit)) {
              read(file, exhibit);
            }
          });
    }
  }

  private void fill(@Nullable Considered found) {
    filling = true;
    Finding finding = found == null ? null : found.finding().orElse(null);
    conclusion.set(finding == null ? null : finding.draft().conclusion());
    support.set(finding == null ? null : finding.draft().support());
    justification.set(finding == null ? "" : finding.draft().justification());
    regions.forEach(choice -> choice.chosenProperty().removeListener(touched));
    regions.setAll(found == null ? List.of() : RegionChoice.of(found, finding));
    regions.forEach(choice -> choice.chosenProperty().addListener(touched));
    changed.set(false);
    reopened.set(false);
    considered.set(found);
    filling = false;
    settle();
  }

  private void settle() {
    Finding finding = recorded().orElse(null);
    editable.set(
        considered.get() != null
            && whyReadOnly().isEmpty()
            && (finding == null || finding.status() == ReviewStatus.DRAFT || reopened.get()));
  }

  private void touch() {
    if (!filling && considered.get() != null) {
      changed.set(true);
    }
  }
}
