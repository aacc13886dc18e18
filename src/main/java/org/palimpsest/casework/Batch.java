package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.HandOver;
import org.palimpsest.tasks.Progress;

/**
 * Examines many files: decoding, prediction and writing overlap through bounded queues. A file that
 * fails is a row and never ends the batch; only results that cannot be kept do. When cancelled, the
 * images already begun are finished and kept, the others are left for another run.
 */
public final class Batch {
  private final Examination examination;
  private final ExaminationSink sink;
  private final BatchLimits limits;
  private final @Nullable RobustnessCheck check;

  public Batch(Examination examination, ExaminationSink sink, BatchLimits limits) {
    this(examination, sink, limits, null);
  }

  /**
   * A batch that also tries variants of every image.
   *
   * @param check null: no variants are tried
   */
  public Batch(
      Examination examination,
      ExaminationSink sink,
      BatchLimits limits,
      @Nullable RobustnessCheck check) {
    this.examination = examination;
    this.sink = sink;
    this.limits = limits;
    this.check = check;
  }

  /**
   * Examines the files in their order; the network runs on the calling thread.
   *
   * @throws OutputException when a result could not be kept; those before it are
   */
  public BatchSummary run(List<Path> files, Progress progress) throws OutputException {
    return run(BatchSource.of(files), files.size(), progress);
  }

  /**
   * Examines files as a source gives them; the network runs on the calling thread.
   *
   * @param total number of files, for the progress; 0 while unknown
   * @throws OutputException when a result could not be kept; those before it are
   */
  public BatchSummary run(BatchSource files, int total, Progress progress) throws OutputException {
    BatchState state = new BatchState(examination, sink, limits, progress, files, total);
    HandOver<InHand> decoded = new HandOver<>(limits.waiting());
    HandOver<InHand> answered = new HandOver<>(limits.finishers());
    IntakeStage intake = new IntakeStage(state, decoded, limits.decoders());
    FinishingStage finishing = new FinishingStage(state, answered, check);
    // Leaving the block waits for both pools; the inference stage has ended their queues by then.
    try (BackgroundPool decoders = new BackgroundPool("decode", limits.decoders());
        BackgroundPool finishers = new BackgroundPool("finish", limits.finishers())) {
      for (int i = 0; i < limits.decoders(); i++) {
        Future<Integer> unused = decoders.submit(intake);
      }
      for (int i = 0; i < limits.finishers(); i++) {
        Future<Integer> unused = finishers.submit(finishing);
      }
      new InferenceStage(state, decoded, answered).run();
    }
    rethrow(state.breakdown());
    return state.summary();
  }

  private static void rethrow(@Nullable Throwable breakdown) throws OutputException {
    switch (breakdown) {
      case null -> {}
      case OutputException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(breakdown);
    }
  }
}
