package org.palimpsest.ui.dialogs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.palimpsest.settings.Messages;

/** Dialogs on the screen, above the window they belong to. */
public final class FxDialogs implements Dialogs {
  private final Messages messages;
  private final Supplier<@Nullable Window> owner;

  /**
   * Dialogs of a window.
   *
   * @param owner the window, once there is one
   */
  public FxDialogs(Messages messages, Supplier<@Nullable Window> owner) {
    this.messages = messages;
    this.owner = owner;
  }

  @Override
  public void error(Problem problem) {
    new ErrorDialog(messages, owner.get(), problem).showAndWait();
  }

  @Override
  public void say(String title, String text) {
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner.get(), title, Sheets.lead(MaterialDesignI.INFORMATION_OUTLINE, text));
    dialog.getDialogPane().getButtonTypes().setAll(close());
    dialog.showAndWait();
  }

  @Override
  public boolean confirm(String title, String question, String action) {
    ButtonType yes = new ButtonType(action, ButtonData.OK_DONE);
    Dialog<ButtonType> dialog =
        Sheets.sheet(
            owner.get(), title, Sheets.lead(MaterialDesignA.ALERT_CIRCLE_OUTLINE, question));
    dialog.getDialogPane().getButtonTypes().setAll(yes, cancel());
    return dialog.showAndWait().filter(yes::equals).isPresent();
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    List<ButtonType> buttons =
        java.util.stream.IntStream.range(0, ways.size())
            .mapToObj(
                i -> new ButtonType(ways.get(i), i == 0 ? ButtonData.OK_DONE : ButtonData.OTHER))
            .toList();
    Dialog<ButtonType> dialog =
        Sheets.sheet(
            owner.get(), title, Sheets.lead(MaterialDesignH.HELP_CIRCLE_OUTLINE, question));
    dialog.getDialogPane().getButtonTypes().setAll(buttons);
    dialog.getDialogPane().getButtonTypes().add(cancel());
    int chosen = dialog.showAndWait().map(buttons::indexOf).orElse(-1);
    return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
  }

  @Override
  public Optional<String> ask(String title, String question, String suggestion) {
    TextField field = new TextField(suggestion);
    field.setAccessibleText(question);
    VBox content = new VBox(12, Sheets.lead(MaterialDesignH.HELP_CIRCLE_OUTLINE, question), field);
    ButtonType ok = new ButtonType(messages.text("dialogs.ok.text"), ButtonData.OK_DONE);
    Dialog<ButtonType> dialog = Sheets.sheet(owner.get(), title, content);
    dialog.getDialogPane().getButtonTypes().setAll(ok, cancel());
    dialog
        .getDialogPane()
        .lookupButton(ok)
        .disableProperty()
        .bind(field.textProperty().map(String::isBlank));
    dialog.setOnShown(event -> field.requestFocus());
    return dialog.showAndWait().filter(ok::equals).map(button -> field.getText().strip());
  }

  @Override
  public List<Path> openFiles(String title, FileKind kind, @Nullable Path start) {
    List<File> files = chooser(title, kind, start).showOpenMultipleDialog(owner.get());
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> openFolder(String title, @Nullable Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    folder(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> saveFile(
      String title, FileKind kind, String suggestion, @Nullable Path start) {
    FileChooser chooser = chooser(title, kind, start);
    chooser.setInitialFileName(suggestion);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }

  private FileChooser chooser(String title, FileKind kind, @Nullable Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder(start).ifPresent(chooser::setInitialDirectory);
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(kind.name(), kind.patterns()),
            new FileChooser.ExtensionFilter(messages.text("dialogs.chooser.everything"), "*"));
    return chooser;
  }

  /** A chooser that starts in a folder that is gone throws. */
  private static Optional<File> folder(@Nullable Path start) {
    return Optional.ofNullable(start).filter(Files::isDirectory).map(Path::toFile);
  }

  private ButtonType cancel() {
    return new ButtonType(messages.text("dialogs.cancel.text"), ButtonData.CANCEL_CLOSE);
  }

  private ButtonType close() {
    return new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE);
  }
}
