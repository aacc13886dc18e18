package org.palimpsest.ui.triage;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.settings.Messages;

/** An exhibit in the grid: its picture, its name, how it stands and what was measured. */
final class EvidenceCell extends GridCell<EvidenceRow> {
  static final double WIDTH = 214;
  static final double HEIGHT = 236;
  private static final double PICTURE = 148;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");

  private final Messages messages;
  private final StandingMark mark;
  private final RowFigures figures;
  private final Supplier<@Nullable Thumbnails> thumbnails;
  private final RowSelection selection;
  private final ObservableList<Tag> tags;
  private final InvalidationListener selected = now -> showSelection();
  private final InvalidationListener tagged = now -> showTags();

  private final ImageView picture = new ImageView();
  private final FontIcon missing = new FontIcon();
  private final Label busy = new Label();
  private final Label item = new Label();
  private final Label name = new Label();
  private final Label standing = new Label();
  private final Label numbers = new Label();
  private final HBox dots = new HBox(4);
  private final VBox card;
  private @Nullable EvidenceRow drawn;
  private long waitingFor = -1;

  /**
   * An empty cell.
   *
   * @param pressed hears of clicks on an exhibit
   */
  EvidenceCell(
      Messages messages,
      Supplier<@Nullable Thumbnails> thumbnails,
      RowSelection selection,
      ObservableList<Tag> tags,
      BiConsumer<EvidenceRow, MouseEvent> pressed) {
    this.messages = messages;
    this.mark = new StandingMark(messages);
    this.figures = new RowFigures(messages);
    this.thumbnails = thumbnails;
    this.selection = selection;
    this.tags = tags;
    card = card();
    setGraphic(card);
    setOnMousePressed(
        event -> {
          EvidenceRow row = getItem();
          if (row != null) {
            pressed.accept(row, event);
          }
        });
    // The grid drops cells without saying so: nothing may hold them but the grid.
    selection.revisionProperty().addListener(new WeakInvalidationListener(selected));
    tags.addListener(new WeakInvalidationListener(tagged));
  }

  private VBox card() {
    picture.setPreserveRatio(true);
    picture.setFitWidth(WIDTH - 24);
    picture.setFitHeight(PICTURE);
    missing.getStyleClass().add("missing-picture");
    busy.getStyleClass().add("busy-badge");
    item.getStyleClass().add("item-number");
    StackPane frame = new StackPane(missing, picture, busy, item);
    StackPane.setAlignment(busy, Pos.TOP_RIGHT);
    StackPane.setAlignment(item, Pos.TOP_LEFT);
    frame.getStyleClass().add("picture-frame");
    frame.setMinHeight(PICTURE);
    frame.setPrefHeight(PICTURE);
    name.getStyleClass().add("exhibit-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    numbers.getStyleClass().add("figures");
    numbers.setMinWidth(0);
    dots.setAlignment(Pos.CENTER_LEFT);
    dots.setMinWidth(0);
    standing.getStyleClass().add("standing");
    VBox box = new VBox(3, frame, name, standing, numbers, dots);
    box.getStyleClass().add("exhibit-card");
    box.setMinWidth(0);
    box.setMaxWidth(WIDTH);
    return box;
  }

  @Override
  protected void updateItem(@Nullable EvidenceRow row, boolean empty) {
    super.updateItem(row, empty);
    // The grid empties a cell before it fills it again, mostly with the same row.
    card.setVisible(row != null && !empty);
    if (row != null && !empty && !row.equals(drawn)) {
      draw(row);
    }
    drawn = row == null ? drawn : row;
    showSelection();
  }

  private void draw(EvidenceRow row) {
    name.setText(row.name());
    item.setText(Integer.toString(row.exhibit().item()));
    mark.put(standing, row.standing());
    numbers.setText(figures.line(row));
    TagDots.put(dots, tags, row.exhibit().tags());
    showBusy(row);
    showPicture(row);
    setAccessibleText(
        messages.text("triage.cell.accessible", row.name(), mark.words(row.standing())));
  }

  private void showTags() {
    if (drawn != null) {
      TagDots.put(dots, tags, drawn.exhibit().tags());
    }
  }

  /** A badge where work is under way or went wrong though there is an earlier result. */
  private void showBusy(EvidenceRow row) {
    ExhibitState state = row.exhibit().state();
    boolean again = row.exhibit().latest() != null;
    Standing badge =
        switch (state) {
          case QUEUED -> Standing.QUEUED;
          case RUNNING -> Standing.RUNNING;
          case FAILED -> Standing.FAILED;
          case NEW, RECEIVED, DONE, CANCELLED -> Standing.WAITING;
        };
    busy.setVisible(again && badge != Standing.WAITING);
    if (busy.isVisible()) {
      mark.put(busy, badge);
    }
  }

  private void showPicture(EvidenceRow row) {
    boolean readable = row.exhibit().width() != null;
    missing.setIconCode(mark.sign(readable ? Standing.WAITING : row.standing()));
    Thumbnails source = thumbnails.get();
    Optional<Image> here = Optional.empty();
    if (readable && source != null) {
      waitFor(row.id());
      here = source.get(row.id(), this, this::arrived);
    } else {
      waitFor(-1);
    }
    picture.setImage(here.orElse(null));
    missing.setVisible(here.isEmpty());
  }

  private void arrived(Image image) {
    picture.setImage(image);
    missing.setVisible(false);
  }

  /** Waits for the picture of one exhibit and for no other any more. */
  private void waitFor(long id) {
    Thumbnails source = thumbnails.get();
    if (source != null && waitingFor >= 0 && waitingFor != id) {
      source.forget(waitingFor, this);
    }
    waitingFor = id;
  }

  private void showSelection() {
    EvidenceRow row = getItem();
    pseudoClassStateChanged(CHOSEN, row != null && selection.contains(row.id()));
    Long lead = selection.lead();
    pseudoClassStateChanged(LEADING, row != null && lead != null && lead == row.id());
  }
}
