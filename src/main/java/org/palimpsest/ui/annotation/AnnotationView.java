package org.palimpsest.ui.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Shape;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.Shortcut;
import org.palimpsest.ui.fx.picture.PictureLayer;

/** Drawing on the exhibit: a layer for the viewer, its tools, and the list with notes. */
public final class AnnotationView {
  private final AnnotationModel model;
  private final Messages messages;
  private final AnnotationHooks hooks;
  private final BackgroundPool pool;
  private final Consumer<Runnable> fxThread;
  private final AnnotationLayer layer;
  private final AnnotationPanel panel;
  private final AnnotationBar bar;
  private final BooleanProperty panelShown = new SimpleBooleanProperty(false);

  /**
   * The drawing of a model.
   *
   * @param pool for writing masks
   * @param fxThread runs what it is given on the FX thread
   */
  public AnnotationView(
      AnnotationModel model,
      Messages messages,
      AnnotationHooks hooks,
      BackgroundPool pool,
      Consumer<Runnable> fxThread) {
    this.model = model;
    this.messages = messages;
    this.hooks = hooks;
    this.pool = pool;
    this.fxThread = fxThread;
    layer = new AnnotationLayer(model, messages);
    panel = new AnnotationPanel(model, messages);
    bar = new AnnotationBar(model, messages, panelShown, () -> exportMask("mask.png"));
    panel.getStylesheets().add("org/palimpsest/ui/annotation/annotation.css");
    model.selectedProperty().subscribe(this::chosen);
  }

  /** A text is written as soon as its place is chosen. */
  private void chosen(@Nullable Mark mark) {
    if (mark != null
        && mark.shape() instanceof Shape.Text
        && mark.draft().label().equals(messages.text("annotation.text.label"))) {
      panelShown.set(true);
      panel.editLabel();
    }
  }

  /** What is drawn on the picture. */
  public PictureLayer layer() {
    return layer;
  }

  /** The tools, to stand above the picture. */
  public Node tools() {
    return bar;
  }

  /** The list of annotations with label and note of the chosen one. */
  public Node panel() {
    return panel;
  }

  /** Whether the panel is to be seen; its button is among the tools. */
  public BooleanProperty panelShownProperty() {
    return panelShown;
  }

  /** The keys of drawing, for the shortcut sheet. */
  public static List<Shortcut> shortcuts() {
    return List.of(
        new Shortcut("V", "annotation.tool.select"),
        new Shortcut("R  E  P", "annotation.key.shapes"),
        new Shortcut("B  X", "annotation.key.brush"),
        new Shortcut("A  T", "annotation.key.words"),
        new Shortcut("Enter", "annotation.key.finish"),
        new Shortcut("Esc", "annotation.key.leave"),
        new Shortcut("Alt+← ↑ → ↓", "annotation.key.move"),
        new Shortcut("Alt+Shift+← ↑ → ↓", "annotation.key.resize"),
        new Shortcut("Del", "annotation.tool.delete"),
        new Shortcut("Ctrl+Z  /  Ctrl+Y", "annotation.key.undo"));
  }

  /** Asks where to and writes the drawn areas as a mask. */
  public void exportMask(String suggestedName) {
    AnnotationSheet sheet = model.sheet();
    if (sheet == null) {
      return;
    }
    Optional<Path> target = hooks.chooseFile().apply(suggestedName);
    if (target.isEmpty()) {
      return;
    }
    List<Shape> shapes = sheet.marks().stream().map(Mark::shape).toList();
    Optional<Path> exhibit = hooks.exhibit().get();
    Path file = target.get();
    Future<?> unused =
        pool.submit(
            () -> {
              try {
                new MaskExport(messages)
                    .write(shapes, sheet.width(), sheet.height(), file, exhibit);
                fxThread.accept(() -> hooks.saved().accept(file));
              } catch (MaskExport.MaskException | RuntimeException | OutOfMemoryError e) {
                fxThread.accept(() -> hooks.failed().accept(e));
              }
              return file;
            });
  }
}
