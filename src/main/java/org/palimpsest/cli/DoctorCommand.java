package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.machine.Installation;
import org.palimpsest.machine.StartCache;
import org.palimpsest.machine.WindowNeed;
import org.palimpsest.machine.WindowNeeds;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.settings.BuildFacts;
import org.palimpsest.vision.ComputeDevice;
import org.palimpsest.vision.DetectorFactory;
import org.palimpsest.vision.DeviceProbe;
import org.palimpsest.vision.EngineFacts;
import org.palimpsest.vision.GpuRequirements;
import org.palimpsest.vision.UnavailableException;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this installation has, what it will use and why, and what it lacks. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this installation has, what it will use and why, and what it lacks.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:an examination is possible", "2:it is not; the output says why"})
public final class DoctorCommand implements Callable<Integer> {
  private final BuildFacts build;
  private final Installation installation;
  private final AppDirectories directories;
  private final ModelRegistry registry;
  private final DeviceProbe probe;
  private final DetectorFactory factory;
  private final WindowNeeds window;
  @Spec private @Nullable CommandSpec spec;

  /**
   * The command with what it looks at.
   *
   * @param probe the machine's devices, which the factory chooses from
   * @param window what a window would need; an examination needs none of it
   */
  public DoctorCommand(
      BuildFacts build,
      Installation installation,
      AppDirectories directories,
      ModelRegistry registry,
      DeviceProbe probe,
      DetectorFactory factory,
      WindowNeeds window) {
    this.build = build;
    this.installation = installation;
    this.directories = directories;
    this.registry = registry;
    this.probe = probe;
    this.factory = factory;
    this.window = window;
  }

  @Override
  public Integer call() throws ModelException, DeviceException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    program(out);
    engine(out);
    memory(out);
    boolean possible = models(out);
    gpu(out);
    window(out);
    out.println();
    out.println(possible ? "An examination is possible." : "No examination is possible.");
    out.flush();
    return possible ? ExitCodes.DONE : ExitCodes.NOTHING_DONE;
  }

  private void program(PrintWriter out) {
    entry(out, "Palimpsest", build.version());
    entry(out, "Installed", installation.kind().words() + ", in " + installation.home());
    entry(out, "Start cache", StartCache.ofThisProcess().words());
    entry(out, "Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    entry(out, "System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    Map<String, Path> folders =
        Map.of("Data", directories.data(), "Cache", directories.cache(), "Log", directories.log());
    for (String name : List.of("Data", "Cache", "Log")) {
      Path folder = Objects.requireNonNull(folders.get(name));
      entry(out, name, folder + (Files.isDirectory(folder) ? "" : " (not made yet)"));
    }
    if (directories.areTemporary()) {
      entry(out, "", "TEMPORARY: the home folder cannot be written");
    }
  }

  private static void engine(PrintWriter out) throws DeviceException {
    try {
      EngineFacts engine = EngineFacts.ofThisProcess();
      entry(out, "Engine", "PyTorch %s, %d threads".formatted(engine.version(), engine.threads()));
      entry(out, "Natives", engine.natives());
      entry(out, "Features", String.join(", ", engine.features()));
    } catch (UnavailableException e) {
      // What was found so far helps to see why.
      out.flush();
      throw new DeviceException(String.valueOf(e.getMessage()), e);
    }
  }

  private void memory(PrintWriter out) {
    memory(out, ComputeDevice.CPU);
    for (int gpu = 0; gpu < probe.gpus(); gpu++) {
      memory(out, new ComputeDevice(gpu));
    }
  }

  private void memory(PrintWriter out, ComputeDevice device) {
    entry(out, "Device", "%s, %.1f GB free".formatted(device, probe.freeBytes(device) * 1e-9));
  }

  /** Whether at least one model can be used. */
  private boolean models(PrintWriter out) throws ModelException {
    ModelRegistry.Listing listing = registry.list();
    boolean usable = false;
    for (RegisteredModel model : listing.models()) {
      usable |= model(out, model);
    }
    for (ModelException unreadable : listing.unreadable()) {
      entry(
          out, "Model", "UNUSABLE: %s (%s)".formatted(unreadable.getMessage(), unreadable.code()));
    }
    if (listing.models().isEmpty()) {
      entry(out, "Model", "none in " + registry.roots());
    }
    return usable;
  }

  private boolean model(PrintWriter out, RegisteredModel model) {
    String name = model.card().name();
    try {
      model.verify();
      MaskClipConfig config = model.card().configuration(MaskClipConfig.class);
      entry(out, "Model", "%s: SHA-256 verified, in %s".formatted(name, model.folder()));
      entry(
          out,
          "",
          "runs on "
              + factory.choose(config, "auto", "auto", model.card().defaultPrecision()).reason());
      return true;
    } catch (ModelException e) {
      entry(out, "Model", "%s UNUSABLE: %s (%s)".formatted(name, e.getMessage(), e.code()));
    } catch (UnavailableException e) {
      entry(out, "", "UNUSABLE: " + e.getMessage());
    }
    return false;
  }

  private static void gpu(PrintWriter out) {
    out.println();
    out.println("For a GPU:");
    for (GpuRequirements.Step step : GpuRequirements.ofThisMachine().steps()) {
      out.println((step.met() ? "  has   " : "  lacks ") + step.words());
    }
  }

  private void window(PrintWriter out) {
    out.println();
    out.println("For a window:");
    List<WindowNeed> needs = window.all();
    for (WindowNeed need : needs) {
      out.println((need.met() ? "  has   " : "  lacks ") + VisibleName.of(need.words()));
    }
    if (needs.isEmpty()) {
      out.println("  has   what this system always has");
    }
  }

  private static void entry(PrintWriter out, String name, String value) {
    out.println("%-12s %s".formatted(name, VisibleName.of(value)));
  }
}
