package org.palimpsest;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.MaskClipLoader;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.cli.Answers;
import org.palimpsest.cli.BenchCommand;
import org.palimpsest.cli.BenchViewerCommand;
import org.palimpsest.cli.CaseAddCommand;
import org.palimpsest.cli.CaseCommand;
import org.palimpsest.cli.CaseConcludeCommand;
import org.palimpsest.cli.CaseCreateCommand;
import org.palimpsest.cli.CaseDemoCommand;
import org.palimpsest.cli.CaseExamineCommand;
import org.palimpsest.cli.CaseExportCommand;
import org.palimpsest.cli.CaseListCommand;
import org.palimpsest.cli.CaseSignCommand;
import org.palimpsest.cli.CaseVerifyCommand;
import org.palimpsest.cli.ConsoleAnswers;
import org.palimpsest.cli.DoctorCommand;
import org.palimpsest.cli.EvaluateCommand;
import org.palimpsest.cli.ExamineCommand;
import org.palimpsest.cli.ModelsCommand;
import org.palimpsest.cli.ModelsFetchCommand;
import org.palimpsest.cli.ModelsImportCommand;
import org.palimpsest.cli.ModelsListCommand;
import org.palimpsest.cli.ModelsRemoveCommand;
import org.palimpsest.cli.ModelsShowCommand;
import org.palimpsest.cli.ModelsVerifyCommand;
import org.palimpsest.cli.RepeatedExaminations;
import org.palimpsest.cli.ReplayCommand;
import org.palimpsest.cli.ReportCommand;
import org.palimpsest.cli.SamplesCommand;
import org.palimpsest.cli.Terminal;
import org.palimpsest.cli.TrainCommand;
import org.palimpsest.cli.ViewerTimer;
import org.palimpsest.machine.Installation;
import org.palimpsest.machine.StartException;
import org.palimpsest.machine.WindowNeeds;
import org.palimpsest.registry.Architecture;
import org.palimpsest.registry.Catalogue;
import org.palimpsest.registry.ModelAssembly;
import org.palimpsest.registry.ModelCheck;
import org.palimpsest.registry.ModelImport;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.UserModels;
import org.palimpsest.registry.download.Download;
import org.palimpsest.report.CaseReports;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.settings.BuildFacts;
import org.palimpsest.settings.ModelFolders;
import org.palimpsest.settings.SettingsStore;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.ui.fx.FxToolkit;
import org.palimpsest.ui.shell.Workbench;
import org.palimpsest.ui.shell.WorkbenchParts;
import org.palimpsest.ui.viewer.ViewerBenchmark;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.EngineProbe;
import org.palimpsest.vision.EngineThreads;
import org.palimpsest.vision.MaskClipArchitecture;

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
    Versions versions = versions(program, facts);
    ModelRegistry registry = new ModelRegistry(ModelFolders.ofThisRun(directories));
    EngineProbe probe = new EngineProbe();
    DetectorFactory factory = new DetectorFactory(probe);
    DetectorLoader loader = new MaskClipLoader(factory);
    InstantSource clock = InstantSource.system();
    return new Terminal(
        program,
        List.of(
            new ExamineCommand(registry, loader, EMBEDDED_MODEL, versions, cancellation, clock),
            new TrainCommand(program, registry, cancellation, clock),
            new EvaluateCommand(registry, loader, program, cancellation, clock),
            new DoctorCommand(
                facts,
                Installation.ofThisRun(),
                directories,
                registry,
                probe,
                factory,
                WindowNeeds.ofThisMachine()),
            new BenchCommand(registry, probe, List.of(new BenchViewerCommand(this::viewer))),
            new SamplesCommand(cancellation, clock),
            new ReportCommand(
                new CaseReports(registry, program, clock),
                Actor.ofThisAccount(program),
                cancellation,
                clock),
            new ReplayCommand(registry, loader, versions, cancellation, clock),
            cases(program, registry, loader, versions, clock),
            models(program, registry, clock)));
  }

  /**
   * Shows the workbench and returns its exit code once it has been closed.
   *
   * @param files to open in it
   */
  int window(List<Path> files) throws StartException, InterruptedException {
    BuildFacts facts = BuildFacts.read();
    String program = "Palimpsest " + facts.version();
    int processors = EngineThreads.leaveOneCore(Runtime.getRuntime().availableProcessors());
    ModelRegistry registry = new ModelRegistry(ModelFolders.ofThisRun(directories));
    DetectorLoader loader = new MaskClipLoader(new DetectorFactory(new EngineProbe()));
    Versions versions = versions(program, facts);
    InstantSource clock = InstantSource.system();
    Laboratory laboratory =
        new Laboratory(registry, loader, EMBEDDED_MODEL, versions, List.of("palimpsest"), clock);
    SettingsStore store = new SettingsStore(directories);
    Workbench workbench =
        new Workbench(
            new WorkbenchParts(
                program,
                store,
                store.load(),
                directories.data().resolve("cases"),
                laboratory,
                ModelsShowCommand::words,
                processors,
                new CaseReports(registry, program, clock),
                () -> new RepeatedExaminations(registry, loader, null, versions, clock)));
    FxToolkit.untilClosed(
        stage -> {
          workbench.show(stage, files);
          return workbench::close;
        },
        cancellation);
    workbench.finish();
    return 0;
  }

  private CaseCommand cases(
      String program,
      ModelRegistry registry,
      DetectorLoader loader,
      Versions versions,
      InstantSource clock) {
    Actor actor = Actor.ofThisAccount(program);
    return new CaseCommand(
        List.of(
            new CaseCreateCommand(actor),
            new CaseAddCommand(actor, cancellation, clock),
            new CaseExamineCommand(
                registry, loader, EMBEDDED_MODEL, versions, actor, cancellation, clock),
            new CaseConcludeCommand(actor),
            new CaseSignCommand(actor),
            new CaseVerifyCommand(actor, cancellation, clock),
            new CaseListCommand(actor),
            new CaseExportCommand(actor),
            new CaseDemoCommand(
                new Laboratory(
                    registry, loader, EMBEDDED_MODEL, versions, List.of("palimpsest"), clock),
                new CaseReports(registry, program, clock),
                actor,
                cancellation,
                clock)));
  }

  private static Versions versions(String program, BuildFacts facts) {
    return Versions.running(program, "PyTorch %s, DJL %s".formatted(facts.libtorch(), facts.djl()));
  }

  /**
   * Does once what most runs begin with, so that the classes it needs can be kept ready-made: shows
   * the workbench until its first picture is drawn, then examines pictures.
   *
   * @param pictures a folder of them; results go below the folder for the cache
   */
  int rehearse(Path pictures) throws StartException, InterruptedException {
    int shown = window(List.of());
    int examined =
        terminal()
            .run(
                "examine",
                pictures.toString(),
                "--fresh",
                "--out",
                directories.cache().resolve("rehearsal").toString());
    return Math.max(shown, examined);
  }

  /** Frame times of the window's viewer, for the command line. */
  private List<ViewerTimer.Row> viewer(int megapixels, int frames, boolean headless)
      throws StartException, InterruptedException {
    return new ViewerBenchmark(megapixels, frames, cancellation)
        .run(headless).stream()
            .map(
                timing ->
                    new ViewerTimer.Row(
                        timing.action(),
                        timing.frames(),
                        timing.medianMs(),
                        timing.p95Ms(),
                        timing.longestMs()))
            .toList();
  }

  private ModelsCommand models(String program, ModelRegistry registry, InstantSource clock) {
    UserModels own = new UserModels(registry, ModelFolders.users(directories));
    Architecture network = new MaskClipArchitecture();
    ModelImport importer = new ModelImport(own, network, program, clock);
    ModelAssembly assembly = new ModelAssembly(importer, own, network, program);
    Catalogue catalogue = Catalogue.ofThisVersion();
    Answers answers = new ConsoleAnswers(cancellation);
    return new ModelsCommand(
        List.of(
            new ModelsListCommand(registry, catalogue),
            new ModelsShowCommand(registry),
            new ModelsImportCommand(importer, assembly, answers, cancellation, clock),
            new ModelsVerifyCommand(registry, new ModelCheck(network)),
            new ModelsRemoveCommand(own, answers),
            new ModelsFetchCommand(
                catalogue,
                new Download(),
                ModelFolders.downloads(directories),
                own,
                importer,
                answers,
                cancellation,
                clock)));
  }
}
