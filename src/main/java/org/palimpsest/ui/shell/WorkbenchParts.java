package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.function.Function;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.settings.SettingsStore;

/**
 * What the window is made of, built by the composition root.
 *
 * @param program name and version
 * @param store where settings are kept
 * @param loaded what was found there
 * @param cases folder for cases that have no place of their own
 * @param laboratory examines
 * @param cardWords a model's card in plain words
 * @param processors cores that background work may keep busy
 */
public record WorkbenchParts(
    String program,
    SettingsStore store,
    SettingsStore.Loaded loaded,
    Path cases,
    Laboratory laboratory,
    Function<RegisteredModel, String> cardWords,
    int processors) {}
