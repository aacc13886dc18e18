package org.palimpsest.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.ImportRequest;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.Provenance;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person can ask of an import on the command line. */
final class ImportOptions {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "checkpoint of the whole network")
  private @Nullable Path file;

  @Option(
      names = "--clip",
      paramLabel = "FILE",
      description = "OpenAI's CLIP, for an untrained network; needs --mae")
  private @Nullable Path clip;

  @Option(
      names = "--mae",
      paramLabel = "FILE",
      description = "pretrained MAE encoder, for an untrained network; needs --clip")
  private @Nullable Path mae;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "name of the model")
  private String name = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "sizes of the network as JSON, as in a card; without it the published size is assumed,"
              + " and a checkpoint must fit it")
  private @Nullable Path config;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "digest that the file must have; compared before it is opened")
  private @Nullable String sha256;

  @Option(names = "--licence", paramLabel = "TEXT", description = "licence of the weights")
  private String licence = "not stated by whoever imported it";

  @Option(names = "--origin", paramLabel = "TEXT", description = "who made the weights")
  private String origin = "Who made the weights was not stated.";

  @Option(names = "--replace", description = "replace a model of your own with that name")
  private boolean replace;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /** What is wrong with the values given, as a sentence; null when nothing is. */
  @Nullable String complaint() {
    if ((clip == null) != (mae == null)) {
      return "--clip and --mae belong together";
    }
    if ((file == null) == (clip == null)) {
      return "give either a checkpoint FILE, or --clip and --mae";
    }
    if (sha256 != null && file == null) {
      return "--sha256 is the digest of a checkpoint FILE";
    }
    if (sha256 != null && !sha256.toLowerCase(Locale.ROOT).matches("[0-9a-f]{64}")) {
      return "--sha256 needs 64 hexadecimal digits, not " + sha256;
    }
    if (licence.isBlank() || origin.isBlank()) {
      return "--licence and --origin need a text";
    }
    return null;
  }

  /** The checkpoint; null: parts are put together. */
  @Nullable Path file() {
    return file;
  }

  Path clip() {
    return Objects.requireNonNull(clip);
  }

  Path mae() {
    return Objects.requireNonNull(mae);
  }

  boolean showsProgress() {
    return progress;
  }

  ImportRequest request() throws ModelException {
    Configuration configuration = config == null ? null : Configuration.read(config);
    Sha256 digest = sha256 == null ? null : new Sha256(sha256.toLowerCase(Locale.ROOT));
    return new ImportRequest(name, configuration, digest, provenance(), replace);
  }

  private Provenance provenance() {
    return file == null
        ? new Provenance("MaskCLIP, untrained", origin, licence, "see CLIP and MAE", List.of())
        : new Provenance("MaskCLIP, imported", origin, licence, "not stated", List.of());
  }
}
