package org.palimpsest.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.casefile.CaseActions;
import org.palimpsest.ui.casefile.ReportActions;
import org.palimpsest.ui.fx.Command;

/** The commands of the window, each once; menus, buttons and the sheet of keys show them. */
final class WorkbenchCommands {
  private final Messages messages;
  private final Map<String, Command> all = new LinkedHashMap<>();

  WorkbenchCommands(
      Messages messages, WorkbenchActions actions, CaseActions custody, ReportActions reporting) {
    this.messages = messages;
    add("open-files", MaterialDesignI.IMAGE_PLUS, "Shortcut+O", actions::openFiles);
    add(
        "open-folder",
        MaterialDesignF.FOLDER_OPEN_OUTLINE,
        "Shortcut+Shift+O",
        actions::openFolder);
    add("samples", MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, null, actions::openSamples);
    add("settings", MaterialDesignC.COG_OUTLINE, "Shortcut+COMMA", actions::settings);
    add("quit", MaterialDesignE.EXIT_TO_APP, "Shortcut+Q", actions::quit);
    add("undo", MaterialDesignU.UNDO, "Shortcut+Z", actions::undo);
    add("redo", MaterialDesignR.REDO, "Shortcut+Shift+Z", actions::redo);
    add("paste", MaterialDesignC.CONTENT_PASTE, "Shortcut+V", actions::paste);
    add("export", MaterialDesignC.CONTENT_SAVE_OUTLINE, null, actions::export);
    add("find", MaterialDesignM.MAGNIFY, "Shortcut+F", actions::find);
    add("new-case", MaterialDesignB.BRIEFCASE_PLUS_OUTLINE, "Shortcut+N", actions::newCase);
    add("open-case", MaterialDesignB.BRIEFCASE_OUTLINE, "Shortcut+Alt+O", actions::openCase);
    add("close-case", MaterialDesignB.BRIEFCASE_REMOVE_OUTLINE, null, actions::closeCase);
    add("case-details", MaterialDesignB.BRIEFCASE_EDIT_OUTLINE, "Shortcut+I", custody::details);
    add("receipt", MaterialDesignI.INBOX_ARROW_DOWN_OUTLINE, "Shortcut+Alt+I", custody::receipt);
    add("keep-copies", MaterialDesignF.FOLDER_DOWNLOAD_OUTLINE, null, custody::keepCopies);
    add("locate", MaterialDesignF.FILE_FIND_OUTLINE, null, custody::locate);
    add("set-aside", MaterialDesignA.ARCHIVE_OUTLINE, null, custody::setAside);
    add("withdrawn", MaterialDesignA.ARCHIVE_EYE_OUTLINE, null, custody::withdrawn);
    add("verify-case", MaterialDesignS.SHIELD_CHECK_OUTLINE, null, custody::verify);
    add("custody-log", MaterialDesignS.SCRIPT_TEXT_OUTLINE, "Shortcut+L", custody::custodyLog);
    add("report", MaterialDesignF.FILE_DOCUMENT_OUTLINE, "Shortcut+R", reporting::report);
    add("check-bundle", MaterialDesignR.REPEAT, null, reporting::checkBundle);
    add("examine", MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE, "Shortcut+E", actions::examineSelected);
    add("examine-with", MaterialDesignT.TUNE_VARIANT, "Shortcut+Alt+E", actions::examineWith);
    add("examine-rest", MaterialDesignP.PLAYLIST_CHECK, null, actions::examineRest);
    add("pause", MaterialDesignP.PLAY_PAUSE, "Shortcut+P", actions::pauseOrResume);
    add("cancel-all", MaterialDesignC.CLOSE_CIRCLE_OUTLINE, null, actions::cancelAll);
    add("retry-failed", MaterialDesignR.REFRESH, null, actions::retryFailed);
    add("activity", MaterialDesignF.FORMAT_LIST_CHECKS, "Shortcut+J", actions::toggleActivity);
    add("full-screen", MaterialDesignF.FULLSCREEN, "F11", actions::toggleFullScreen);
    add("help", MaterialDesignH.HELP_CIRCLE_OUTLINE, "F1", actions::help);
    add("limits", MaterialDesignE.EYE_OFF_OUTLINE, null, actions::limits);
    add("shortcuts", MaterialDesignK.KEYBOARD_OUTLINE, "Shortcut+SLASH", actions::shortcuts);
    add("tour", MaterialDesignS.SIGN_DIRECTION, null, actions::tour);
    add("about", MaterialDesignI.INFORMATION_OUTLINE, null, actions::about);
  }

  private void add(String key, Ikon icon, @Nullable String keys, Runnable action) {
    all.put(key, new Command(messages.text("shell.command." + key), icon, keys, action));
  }

  /** A command by its key. */
  Command get(String key) {
    return Objects.requireNonNull(all.get(key), key);
  }

  List<Command> all() {
    return List.copyOf(all.values());
  }

  Command openFiles() {
    return get("open-files");
  }

  Command openFolder() {
    return get("open-folder");
  }

  Command samples() {
    return get("samples");
  }
}
