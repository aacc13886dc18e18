package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.OutputException;
import org.palimpsest.evidence.AtomicFile;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.vision.Benchmark;
import org.palimpsest.vision.Benchmark.Timing;
import org.palimpsest.vision.DeviceChoice;
import org.palimpsest.vision.DeviceProbe;
import org.palimpsest.vision.MachineFacts;
import org.palimpsest.vision.UnavailableException;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long the network takes per image on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures seconds per image of a network on this machine, computed in several ways in turns.",
      "The weights are made up: time does not depend on them."
    })
public final class BenchCommand implements Callable<Integer>, VerbGroup {
  private final ModelRegistry registry;
  private final DeviceProbe probe;
  private final List<Callable<Integer>> verbs;
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--model", paramLabel = "NAME", description = "a model: its sizes are measured")
  private @Nullable String model;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "instead of a model: vit-l (as published) or compact")
  private @Nullable String size;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu:N")
  private String device = "auto";

  @Option(
      names = "--batch",
      defaultValue = "1",
      paramLabel = "N",
      description = "images in one pass of the network")
  private int batch = 1;

  @Option(
      names = "--repetitions",
      defaultValue = "7",
      paramLabel = "N",
      description = "timed passes of each way (usually 7)")
  private int repetitions = 7;

  @Option(names = "--json", paramLabel = "FILE", description = "write the figures to a file too")
  private @Nullable Path json;

  /**
   * The command with what it needs.
   *
   * @param registry models that can be named
   * @param probe the machine's devices
   * @param verbs measure something else than the network
   */
  public BenchCommand(ModelRegistry registry, DeviceProbe probe, List<Callable<Integer>> verbs) {
    this.registry = registry;
    this.probe = probe;
    this.verbs = List.copyOf(verbs);
  }

  @Override
  public List<Callable<Integer>> verbs() {
    return verbs;
  }

  @Override
  public Integer call() throws ModelException, DeviceException, OutputException {
    CommandSpec command = Objects.requireNonNull(spec);
    if (batch < 1 || repetitions < 1) {
      throw new ParameterException(
          command.commandLine(), "--batch and --repetitions are at least 1");
    }
    MaskClipConfig config = config(command);
    PrintWriter err = command.commandLine().getErr();
    DeviceChoice choice = choice();
    Benchmark benchmark = new Benchmark(config, choice.device());
    List<Timing> timings =
        benchmark.run(
            batch,
            repetitions,
            words -> {
              err.println("bench: " + words);
              err.flush();
            });
    MachineFacts machine = MachineFacts.ofThisProcess();
    BenchTable table =
        new BenchTable(name(), choice.device().toString(), batch, repetitions, timings, machine);
    command.commandLine().getOut().print(table.text());
    command.commandLine().getOut().flush();
    if (json != null) {
      write(json, table.json());
    }
    return ExitCodes.DONE;
  }

  private String name() {
    return model != null ? model : String.valueOf(size);
  }

  private MaskClipConfig config(CommandSpec command) throws ModelException {
    if ((model == null) == (size == null)) {
      throw new ParameterException(command.commandLine(), "Give either --model or --size.");
    }
    if (model != null) {
      return registry.find(model).card().configuration(MaskClipConfig.class);
    }
    return switch (String.valueOf(size).toLowerCase(Locale.ROOT)) {
      case "vit-l" -> MaskClipConfig.vitL();
      case "compact" -> MaskClipConfig.compact();
      default ->
          throw new ParameterException(
              command.commandLine(), "--size is vit-l or compact, not " + size);
    };
  }

  private DeviceChoice choice() throws DeviceException {
    try {
      // Every way is measured, so no precision need be chosen.
      return DeviceChoice.of(device, "fp32", "fp32", probe, () -> 1.0);
    } catch (UnavailableException e) {
      throw new DeviceException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void write(Path file, String text) throws OutputException {
    try {
      AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new OutputException("OUT-20", "The file %s cannot be written.".formatted(file), e);
    }
  }
}
