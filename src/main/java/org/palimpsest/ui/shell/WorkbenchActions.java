package org.palimpsest.ui.shell;

/** What the commands of the window do. Called on the FX thread; each returns at once. */
interface WorkbenchActions {
  void openFiles();

  void openFolder();

  void openSamples();

  void paste();

  void newCase();

  void openCase();

  void closeCase();

  void settings();

  void quit();

  void find();

  void undo();

  void redo();

  void export();

  void examineSelected();

  void examineWith();

  void examineRest();

  void pauseOrResume();

  void cancelAll();

  void retryFailed();

  void toggleActivity();

  void toggleFullScreen();

  void help();

  void limits();

  void shortcuts();

  void tour();

  void about();
}
