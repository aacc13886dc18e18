package org.palimpsest.ui.triage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.tasks.BackgroundPool;

/**
 * The evidence list without a window: the rows of the open case, filtered and ordered, what is
 * selected, and what can be done to it. Everything but the constructor is called on the thread that
 * owns the window.
 */
public final class TriageViewModel implements AutoCloseable, CaseFeed.Receiver {
  private final Suspicion suspicion;
  private final BackgroundPool pool;
  private final Consumer<Runnable> window;
  private final Consumer<CaseException> problems;

  private final EvidenceList list = new EvidenceList();
  private final RowSelection selection = new RowSelection(list.shown());
  private final ObservableList<Tag> tags = FXCollections.observableArrayList();
  private final ObservableList<Tag> readOnlyTags = FXCollections.unmodifiableObservableList(tags);
  private final ObjectProperty<TriageFilter> filter = new SimpleObjectProperty<>(TriageFilter.NONE);
  private final ObjectProperty<TriageOrder> order = new SimpleObjectProperty<>(TriageOrder.SUSPECT);
  private final BooleanProperty reversed = new SimpleBooleanProperty();
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.AREA);
  private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.EMPTY);
  private @Nullable CaseFile file;
  private @Nullable CaseFeed feed;

  /**
   * What there is, whatever is shown.
   *
   * @param total exhibits in the list of the case
   * @param shown those that pass the filter
   * @param counts by standing
   * @param errors exhibits with which something went wrong
   * @param histogram spread of the results that pass everything but the range
   */
  public record Summary(
      int total, int shown, Map<Standing, Integer> counts, int errors, Histogram histogram) {
    static final Summary EMPTY =
        new Summary(0, 0, new EnumMap<>(Standing.class), 0, Histogram.of(Measure.AREA, List.of()));
  }

  /**
   * A list of no case yet.
   *
   * @param points the operating point of a model by its name; asked in the background
   * @param pool reads and changes the case
   * @param window hands work to the thread that owns the window
   * @param problems hears what the case could not do
   */
  public TriageViewModel(
      Function<String, Optional<OperatingPoint>> points,
      BackgroundPool pool,
      Consumer<Runnable> window,
      Consumer<CaseException> problems) {
    this.suspicion = new Suspicion(points);
    this.pool = pool;
    this.window = window;
    this.problems = problems;
    filter.addListener(now -> arrange());
    order.addListener(now -> arrange());
    reversed.addListener(now -> arrange());
    measure.addListener(now -> summarise());
  }

  /** Shows a case from now on; the one before is left alone. */
  public void open(CaseFile next) {
    close();
    file = next;
    feed = new CaseFeed(next, suspicion, pool, window, this);
    feed.start();
  }

  /** Shows no case. */
  @Override
  public void close() {
    if (feed != null) {
      feed.close();
      feed = null;
      file = null;
      selection.clear();
      list.setAll(List.of());
      tags.clear();
      summarise();
    }
  }

  /** The open case, or null. */
  public @Nullable CaseFile file() {
    return file;
  }

  /** The rows that pass the filter, in the chosen order; read-only. */
  public ObservableList<EvidenceRow> rows() {
    return list.shown();
  }

  /** A row of the case, shown or not; null when there is none. */
  public @Nullable EvidenceRow row(long id) {
    return list.row(id);
  }

  public RowSelection selection() {
    return selection;
  }

  /** The case's tags by name. */
  public ObservableList<Tag> tags() {
    return readOnlyTags;
  }

  public ObjectProperty<TriageFilter> filterProperty() {
    return filter;
  }

  public ObjectProperty<TriageOrder> orderProperty() {
    return order;
  }

  /** Whether the order is the other way round. */
  public BooleanProperty reversedProperty() {
    return reversed;
  }

  /** The number the histogram shows. */
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  public ReadOnlyObjectProperty<Summary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Orders by a column; the same again turns the order round. */
  public void orderBy(TriageOrder next) {
    if (order.get() == next) {
      reversed.set(!reversed.get());
    } else {
      reversed.set(false);
      order.set(next);
    }
  }

  private void arrange() {
    list.arrange(filter.get(), order.get().comparator(reversed.get()));
    summarise();
  }

  private void summarise() {
    summary.set(
        new Summary(
            list.total(),
            list.shown().size(),
            list.counts(),
            list.errors(),
            list.histogram(measure.get())));
    selection.rowsMoved();
  }

  /** Whether rows are being moved at this moment, so that a view's own selection is in between. */
  boolean isMoving() {
    return list.isMoving();
  }

  @Override
  public void rows(List<EvidenceRow> all) {
    list.setAll(all);
    selection.retain(id -> list.row(id) != null);
    summarise();
  }

  @Override
  public void changed(List<EvidenceRow> some) {
    list.putAll(some);
    summarise();
  }

  @Override
  public void tags(List<Tag> all) {
    tags.setAll(all);
  }

  @Override
  public void failed(CaseException problem) {
    problems.accept(problem);
  }

  /** Makes a tag and marks exhibits with it. */
  public void createTag(String name, String colour, Collection<Long> exhibits) {
    change(
        open -> {
          Tag tag = open.tags().create(name, colour);
          open.tags().assign(tag.id(), exhibits);
        });
  }

  /** Marks exhibits with a tag, or takes it off them where all of them carry it. */
  public void toggleTag(Tag tag, Collection<Long> exhibits) {
    boolean allCarry = exhibits.stream().allMatch(id -> carries(id, tag));
    change(
        open -> {
          if (allCarry) {
            open.tags().unassign(tag.id(), exhibits);
          } else {
            open.tags().assign(tag.id(), exhibits);
          }
        });
  }

  /** Whether an exhibit carries a tag. */
  public boolean carries(long id, Tag tag) {
    EvidenceRow row = list.row(id);
    return row != null && row.exhibit().tags().contains(tag.id());
  }

  /** Takes exhibits off the list; the audit log of the case keeps the reason. */
  public void withdraw(Collection<Long> exhibits, String reason) {
    change(open -> open.exhibits().withdraw(exhibits, reason));
  }

  /** Changes the case. */
  private interface Change {
    void of(CaseFile open) throws CaseException;
  }

  private void change(Change change) {
    CaseFile open = file;
    if (open == null) {
      return;
    }
    var unused =
        pool.submit(
            () -> {
              try {
                change.of(open);
              } catch (CaseException e) {
                window.accept(() -> problems.accept(e));
              }
              return null;
            });
  }
}
