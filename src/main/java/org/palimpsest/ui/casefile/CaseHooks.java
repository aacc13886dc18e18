package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.report.CaseReports;
import org.palimpsest.report.replay.Replay;

/**
 * What the commands of a case ask of the window around them.
 *
 * @param file the case in the window; null without one
 * @param selected the chosen exhibits
 * @param owner the window, once there is one
 * @param say a line that asks for nothing
 * @param failed a problem, to be shown once
 * @param renamed called when the case has other details
 * @param reports writes reports
 * @param examiners repeat examinations for a replay
 */
public record CaseHooks(
    Supplier<@Nullable CaseFile> file,
    Supplier<List<Long>> selected,
    Supplier<@Nullable Window> owner,
    Consumer<String> say,
    Consumer<Throwable> failed,
    Runnable renamed,
    CaseReports reports,
    Supplier<Replay.Examiner> examiners) {}
