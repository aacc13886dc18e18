package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.report.CaseReports;
import org.palimpsest.report.replay.Replay;
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
 * @param reports writes reports about cases
 * @param examiners repeat examinations when a report is checked
 */
public record WorkbenchParts(
    String program,
    SettingsStore store,
    SettingsStore.Loaded loaded,
    Path cases,
    Laboratory laboratory,
    Function<RegisteredModel, String> cardWords,
    int processors,
    CaseReports reports,
    Supplier<Replay.Examiner> examiners) {}
