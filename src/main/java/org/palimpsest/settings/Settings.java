package org.palimpsest.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen, and what the window remembers of its last use.
 *
 * @param language language tag such as {@code de}; null for that of the system
 * @param examineOnArrival whether pictures are queued for an examination as they come in
 * @param model name of the model for examinations; null for the embedded one
 * @param mode {@code whole} or {@code tiles}; null for the choice of the model's card
 * @param device {@code cpu} or {@code gpu:N}; null for the best there is
 * @param precision {@code fp32} or {@code bf16}; null for the choice of the card or the machine
 * @param examiner name written into the log of a case; null for the account's
 * @param tourSeen whether the first-run tour was finished or skipped
 * @param lastFolder where a person last chose files; null before that
 * @param recent files and folders opened last, newest first
 * @param recentCases case files opened last, newest first
 * @param placement null before the first use
 */
public record Settings(
    Theme theme,
    @Nullable String language,
    boolean examineOnArrival,
    @Nullable String model,
    @Nullable String mode,
    @Nullable String device,
    @Nullable String precision,
    @Nullable String examiner,
    boolean tourSeen,
    @Nullable String lastFolder,
    List<String> recent,
    List<String> recentCases,
    @Nullable WindowPlacement placement) {
  /** Longer lists are of no help in a menu. */
  static final int RECENT = 12;

  public Settings {
    recent = List.copyOf(recent);
    recentCases = List.copyOf(recentCases);
  }

  /** Before anything was chosen. */
  public static Settings initial() {
    return new Settings(
        Theme.SYSTEM,
        null,
        true,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        List.of(),
        List.of(),
        null);
  }

  public Settings withTheme(Theme next) {
    return new Settings(
        next,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  public Settings withLanguage(@Nullable String next) {
    return new Settings(
        theme,
        next,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  public Settings withExaminer(@Nullable String next) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        next,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  public Settings withExamineOnArrival(boolean next) {
    return new Settings(
        theme,
        language,
        next,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  /** With another choice of model and the way it runs; null leaves each to card and machine. */
  public Settings withExamination(
      @Nullable String nextModel,
      @Nullable String nextMode,
      @Nullable String nextDevice,
      @Nullable String nextPrecision) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        nextModel,
        nextMode,
        nextDevice,
        nextPrecision,
        examiner,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  public Settings withTourSeen(boolean next) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        next,
        lastFolder,
        recent,
        recentCases,
        placement);
  }

  public Settings withLastFolder(String next) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        next,
        recent,
        recentCases,
        placement);
  }

  public Settings withPlacement(WindowPlacement next) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        lastFolder,
        recent,
        recentCases,
        next);
  }

  /** With a file or folder that was just opened. */
  public Settings withRecent(String path) {
    return withRecent(added(recent, path), recentCases);
  }

  /** With a case that was just opened. */
  public Settings withRecentCase(String path) {
    return withRecent(recent, added(recentCases, path));
  }

  /** Without anything opened before. */
  public Settings withoutRecent() {
    return withRecent(List.of(), List.of());
  }

  private Settings withRecent(List<String> files, List<String> cases) {
    return new Settings(
        theme,
        language,
        examineOnArrival,
        model,
        mode,
        device,
        precision,
        examiner,
        tourSeen,
        lastFolder,
        files,
        cases,
        placement);
  }

  private static List<String> added(List<String> before, String path) {
    List<String> after = new ArrayList<>(before);
    after.remove(path);
    after.addFirst(path);
    return after.subList(0, Math.min(RECENT, after.size()));
  }
}
