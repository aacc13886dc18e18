package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.palimpsest.settings.Messages;
import org.palimpsest.settings.Settings;
import org.palimpsest.settings.Theme;
import org.palimpsest.ui.settings.SettingsModel;

/** The menu bar: every command is here. */
final class WorkbenchMenu {
  private final Messages messages;
  private final WorkbenchCommands commands;
  private final SettingsModel settings;
  private final MenuBar bar = new MenuBar();
  private final Menu recent;
  private final Menu recentCases;

  /**
   * The menu bar.
   *
   * @param reopen takes in a file or folder opened before
   * @param reopenCase opens a case opened before
   */
  WorkbenchMenu(
      Messages messages,
      WorkbenchCommands commands,
      SettingsModel settings,
      Consumer<Path> reopen,
      Consumer<Path> reopenCase) {
    this.messages = messages;
    this.commands = commands;
    this.settings = settings;
    recent = new Menu(messages.text("shell.menu.recent"));
    recentCases = new Menu(messages.text("shell.menu.recent-cases"));
    recent.setOnShowing(event -> fill(recent, settings.get().recent(), reopen));
    recentCases.setOnShowing(event -> fill(recentCases, settings.get().recentCases(), reopenCase));
    settings.currentProperty().addListener((property, was, is) -> enableRecent(is));
    enableRecent(settings.get());
    bar.getMenus()
        .setAll(
            menu(
                "file",
                items("open-files", "open-folder"),
                List.of(recent),
                items("samples", "-", "export", "-", "settings", "-", "quit")),
            menu("edit", items("undo", "redo", "-", "paste", "find")),
            menu("view", List.of(themes()), items("-", "activity", "full-screen")),
            menu(
                "case",
                items("new-case", "open-case"),
                List.of(recentCases),
                items(
                    "close-case",
                    "-",
                    "case-details",
                    "receipt",
                    "keep-copies",
                    "locate",
                    "-",
                    "set-aside",
                    "withdrawn",
                    "-",
                    "verify-case",
                    "custody-log",
                    "-",
                    "report",
                    "check-bundle")),
            menu(
                "examine",
                items(
                    "examine",
                    "examine-with",
                    "examine-rest",
                    "-",
                    "pause",
                    "cancel-all",
                    "retry-failed")),
            menu("help", items("help", "limits", "shortcuts", "tour", "-", "about")));
  }

  private void enableRecent(Settings now) {
    // An empty menu never shows, so it must hold something to be asked for.
    recent.getItems().setAll(new MenuItem());
    recentCases.getItems().setAll(new MenuItem());
    recent.setDisable(now.recent().isEmpty());
    recentCases.setDisable(now.recentCases().isEmpty());
  }

  private void fill(Menu menu, List<String> paths, Consumer<Path> open) {
    menu.getItems().clear();
    for (String path : paths) {
      MenuItem item = new MenuItem(path);
      item.setMnemonicParsing(false); // an underscore in a name is an underscore
      item.setOnAction(event -> open.accept(Path.of(path)));
      menu.getItems().add(item);
    }
    MenuItem forget = new MenuItem(messages.text("shell.menu.forget"));
    forget.setOnAction(event -> settings.change(Settings::withoutRecent));
    menu.getItems().addAll(new SeparatorMenuItem(), forget);
  }

  private Menu themes() {
    Menu menu = new Menu(messages.text("settings.theme.label"));
    ToggleGroup group = new ToggleGroup();
    for (Theme theme : Theme.values()) {
      RadioMenuItem item =
          new RadioMenuItem(
              messages.text("settings.theme." + theme.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(group);
      item.setSelected(settings.get().theme() == theme);
      settings
          .currentProperty()
          .addListener((property, was, is) -> item.setSelected(is.theme() == theme));
      item.setOnAction(event -> settings.change(now -> now.withTheme(theme)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private List<MenuItem> items(String... keys) {
    return java.util.Arrays.stream(keys)
        .map(key -> key.equals("-") ? new SeparatorMenuItem() : commands.get(key).menuItem())
        .toList();
  }

  @SafeVarargs
  private Menu menu(String key, List<? extends MenuItem>... parts) {
    Menu menu = new Menu(messages.text("shell.menu." + key));
    for (List<? extends MenuItem> part : parts) {
      menu.getItems().addAll(part);
    }
    return menu;
  }

  MenuBar node() {
    return bar;
  }
}
