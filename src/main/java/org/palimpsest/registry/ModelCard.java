package org.palimpsest.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model: what it is, where it came from, what was measured and what it cannot
 * do. Stored as {@code card.json} beside the weights, names in snake_case.
 *
 * @param name the model's folder and its name on the command line: lower-case letters, digits,
 *     {@code . _ -}, at most 64
 * @param title its name for people
 * @param summary one sentence
 * @param configuration the network's sizes
 * @param weightsSha256 SHA-256 of {@code model.safetensors}, 64 hexadecimal digits; empty until the
 *     model is published
 * @param origin who made the weights, how and when
 * @param licence under which the weights may be used
 * @param trainingData what it was trained on
 * @param preprocessing how an image reaches the network, in words
 * @param defaultMode how a picture is brought to the input size unless the user says otherwise
 * @param defaultPrecision {@code fp32}, {@code bf16}, {@code fp16} or {@code auto}
 * @param operatingPoints thresholds with a measured false-alarm rate; empty: every outcome is
 *     inconclusive
 * @param envelope the images on which the miss rate holds; null: nothing was validated
 * @param calibration how a statistic becomes a probability; null: nothing is called one
 * @param measurements figures for the reader
 * @param limits what the model does not do, a sentence each
 * @param literature publications it rests on
 * @param examinesFullGeneration false for a model that looks for local edits only
 */
public record ModelCard(
    String name,
    String title,
    String summary,
    Configuration configuration,
    String weightsSha256,
    String origin,
    String licence,
    String trainingData,
    String preprocessing,
    InputMode defaultMode,
    String defaultPrecision,
    List<OperatingPoint> operatingPoints,
    @Nullable ValidatedEnvelope envelope,
    @Nullable Calibration calibration,
    List<Measurement> measurements,
    List<String> limits,
    List<String> literature,
    boolean examinesFullGeneration) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})?");
  private static final List<String> PRECISIONS = List.of("fp32", "bf16", "fp16", "auto");

  public ModelCard {
    Required.text("name", name);
    Required.text("title", title);
    Required.text("summary", summary);
    Required.field("configuration", configuration);
    Required.field("weights_sha256", weightsSha256);
    Required.text("origin", origin);
    Required.text("licence", licence);
    Required.text("training_data", trainingData);
    Required.text("preprocessing", preprocessing);
    Required.field("default_mode", defaultMode);
    Required.text("default_precision", defaultPrecision);
    operatingPoints = Required.list("operating_points", operatingPoints);
    measurements = Required.list("measurements", measurements);
    limits = Required.list("limits", limits);
    literature = Required.list("literature", literature);
    if (!isName(name)) {
      throw new IllegalArgumentException("name may hold only a-z, 0-9, dot, dash and underscore");
    }
    if (!SHA256.matcher(weightsSha256).matches()) {
      throw new IllegalArgumentException("weights_sha256 is no SHA-256");
    }
    if (!PRECISIONS.contains(defaultPrecision)) {
      throw new IllegalArgumentException("default_precision must be one of " + PRECISIONS);
    }
  }

  /** A card of a model that was not calibrated. */
  public ModelCard(
      String name,
      String title,
      String summary,
      Configuration configuration,
      String weightsSha256,
      String origin,
      String licence,
      String trainingData,
      String preprocessing,
      InputMode defaultMode,
      String defaultPrecision,
      List<OperatingPoint> operatingPoints,
      @Nullable ValidatedEnvelope envelope,
      List<Measurement> measurements,
      List<String> limits,
      List<String> literature,
      boolean examinesFullGeneration) {
    this(
        name,
        title,
        summary,
        configuration,
        weightsSha256,
        origin,
        licence,
        trainingData,
        preprocessing,
        defaultMode,
        defaultPrecision,
        operatingPoints,
        envelope,
        null,
        measurements,
        limits,
        literature,
        examinesFullGeneration);
  }

  /** Whether a model may have that name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The card as it is stored. */
  public String toJson() {
    return new String(CardFile.bytes(this), StandardCharsets.UTF_8);
  }

  /** The network's sizes as a record; see {@link Configuration#as}. */
  public <T extends Record> T configuration(Class<T> type) throws ModelException {
    return configuration.as(type);
  }

  /** The same card for other weights. */
  public ModelCard withWeights(String sha256) {
    return new ModelCard(
        name,
        title,
        summary,
        configuration,
        sha256,
        origin,
        licence,
        trainingData,
        preprocessing,
        defaultMode,
        defaultPrecision,
        operatingPoints,
        envelope,
        calibration,
        measurements,
        limits,
        literature,
        examinesFullGeneration);
  }

  /** The same model after it was measured; replaces what was measured before. */
  public ModelCard measured(
      List<OperatingPoint> points,
      @Nullable ValidatedEnvelope validated,
      @Nullable Calibration fitted,
      List<Measurement> figures) {
    return new ModelCard(
        name,
        title,
        summary,
        configuration,
        weightsSha256,
        origin,
        licence,
        trainingData,
        preprocessing,
        defaultMode,
        defaultPrecision,
        points,
        validated,
        fitted,
        figures,
        limits,
        literature,
        examinesFullGeneration);
  }
}
