package org.palimpsest;

import java.time.InstantSource;
import java.util.List;
import org.palimpsest.casework.Versions;
import org.palimpsest.cli.BenchCommand;
import org.palimpsest.cli.DetectorLoader;
import org.palimpsest.cli.DoctorCommand;
import org.palimpsest.cli.EvaluateCommand;
import org.palimpsest.cli.ExamineCommand;
import org.palimpsest.cli.MaskClipLoader;
import org.palimpsest.cli.SamplesCommand;
import org.palimpsest.cli.Terminal;
import org.palimpsest.cli.TrainCommand;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.settings.BuildFacts;
import org.palimpsest.settings.ModelFolders;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.EngineProbe;

/** The composition root: builds the rooms and hands them to each other. */
final class Workstation {
  private static final String EMBEDDED_MODEL = "maskclip-compact";

  private final AppDirectories directories;
  private final Cancellation cancellation;

  /**
   * The program on this machine.
   *
   * @param cancellation requested when the process is to end
   */
  Workstation(AppDirectories directories, Cancellation cancellation) {
    this.directories = directories;
    this.cancellation = cancellation;
  }

  /** The command line with all its verbs. */
  Terminal terminal() {
    BuildFacts facts = BuildFacts.read();
    String program = "Palimpsest " + facts.version();
    Versions versions =
        Versions.running(program, "PyTorch %s, DJL %s".formatted(facts.libtorch(), facts.djl()));
    ModelRegistry registry = new ModelRegistry(ModelFolders.ofThisRun(directories));
    EngineProbe probe = new EngineProbe();
    DetectorFactory factory = new DetectorFactory(probe);
    DetectorLoader loader = new MaskClipLoader(factory);
    InstantSource clock = InstantSource.system();
    return new Terminal(
        program,
        List.of(
            new ExamineCommand(registry, loader, EMBEDDED_MODEL, versions, cancellation, clock),
            new TrainCommand(program, cancellation, clock),
            new EvaluateCommand(registry, loader, cancellation, clock),
            new DoctorCommand(facts, directories, registry, probe, factory),
            new BenchCommand(registry, probe),
            new SamplesCommand(cancellation, clock)));
  }
}
