package org.palimpsest.ui.triage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;

/** What can be done to the selected exhibits. */
final class RowMenu {
  /** Distinct also to colour-blind eyes (Okabe and Ito, 2008). */
  private static final List<String> COLOURS =
      List.of("#d55e00", "#0072b2", "#009e73", "#e69f00", "#cc79a7", "#56b4e9", "#f0e442");

  private final Messages messages;
  private final TriageViewModel model;
  private final TriageActions actions;

  RowMenu(Messages messages, TriageViewModel model, TriageActions actions) {
    this.messages = messages;
    this.model = model;
    this.actions = actions;
  }

  /** The menu as the selection stands; empty without one. */
  ContextMenu make() {
    List<EvidenceRow> rows = model.selection().rows();
    ContextMenu menu = new ContextMenu();
    if (rows.isEmpty()) {
      return menu;
    }
    List<Long> ids = ids(rows);
    List<Long> again = ids(rows.stream().filter(RowMenu::canBeRetried).toList());
    MenuItem retry = item("retry", MaterialDesignR.REFRESH, () -> actions.retry().accept(again));
    retry.setDisable(again.isEmpty());
    MenuItem open =
        item("open", MaterialDesignM.MAGNIFY, () -> actions.open().accept(rows.getFirst().id()));
    MenuItem reveal =
        item(
            "reveal",
            MaterialDesignF.FOLDER_OPEN_OUTLINE,
            () -> actions.reveal().accept(rows.getFirst().exhibit().path()));
    open.setDisable(rows.size() > 1);
    reveal.setDisable(rows.size() > 1);
    MenuItem hash =
        item("copyHash", MaterialDesignC.CONTENT_COPY, () -> copy(rows, RowMenu::digest));
    hash.setDisable(rows.stream().allMatch(row -> row.exhibit().sha256() == null));
    menu.getItems()
        .addAll(
            open,
            tagMenu(ids),
            new SeparatorMenuItem(),
            item(
                "reexamine",
                MaterialDesignE.EYE_REFRESH_OUTLINE,
                () -> actions.reexamine().accept(ids)),
            retry,
            new SeparatorMenuItem(),
            item(
                "copyPath",
                MaterialDesignC.CONTENT_COPY,
                () -> copy(rows, row -> row.exhibit().path().toString())),
            hash,
            reveal,
            new SeparatorMenuItem(),
            item("withdraw", MaterialDesignP.PLAYLIST_REMOVE, () -> withdraw(ids)));
    return menu;
  }

  private static boolean canBeRetried(EvidenceRow row) {
    return row.exhibit().state() == ExhibitState.FAILED
        || row.exhibit().state() == ExhibitState.CANCELLED;
  }

  private static List<Long> ids(List<EvidenceRow> rows) {
    return rows.stream().map(EvidenceRow::id).toList();
  }

  private static String digest(EvidenceRow row) {
    String sha256 = row.exhibit().sha256();
    return (sha256 == null ? "-" : sha256) + "  " + row.name();
  }

  private MenuItem item(String key, Ikon icon, Runnable action) {
    MenuItem item = new MenuItem(messages.text("triage.menu." + key), new FontIcon(icon));
    item.setId("menu-" + key);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The tags to put on or take off, and a new one. */
  private Menu tagMenu(List<Long> ids) {
    Menu menu =
        new Menu(messages.text("triage.menu.tag"), new FontIcon(MaterialDesignT.TAG_OUTLINE));
    menu.setId("menu-tag");
    for (Tag tag : model.tags()) {
      CheckMenuItem item = new CheckMenuItem(VisibleName.of(tag.name()), TagDots.dot(tag));
      item.setMnemonicParsing(false);
      item.setSelected(ids.stream().allMatch(id -> model.carries(id, tag)));
      item.setOnAction(event -> model.toggleTag(tag, ids));
      menu.getItems().add(item);
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().add(item("newTag", MaterialDesignT.TAG_PLUS_OUTLINE, () -> newTag(ids)));
    return menu;
  }

  /** Asks for a name and makes a tag in the first colour that none has. */
  void newTag(List<Long> ids) {
    actions
        .question()
        .ask(
            messages.text("triage.newTag.title"),
            messages.text("triage.newTag.question", ids.size()))
        .ifPresent(name -> model.createTag(name, freeColour(), ids));
  }

  private String freeColour() {
    List<String> used = model.tags().stream().map(Tag::colour).toList();
    return COLOURS.stream()
        .filter(colour -> !used.contains(colour))
        .findFirst()
        .orElse(COLOURS.get(used.size() % COLOURS.size()));
  }

  void withdraw(List<Long> ids) {
    if (!ids.isEmpty()) {
      actions
          .question()
          .ask(
              messages.text("triage.withdraw.title"),
              messages.text("triage.withdraw.question", ids.size()))
          .ifPresent(reason -> model.withdraw(ids, reason));
    }
  }

  private static void copy(List<EvidenceRow> rows, Function<EvidenceRow, String> text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(rows.stream().map(text).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
