package org.palimpsest.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cards of models that were not trained here: much is told by others, nothing is measured. */
final class ImportedCard {
  private static final String NOT_MEASURED =
      "No operating point was measured for it here: every outcome is inconclusive.";
  private static final List<String> LITERATURE =
      List.of(
          "Wang et al., OpenSDI: Spotting Diffusion-Generated Images in the Open World, CVPR 2025"
              + " (the network).");

  private ImportedCard() {}

  /**
   * The card of a published checkpoint.
   *
   * @param form the format of the file, in words
   */
  static ModelCard ofCheckpoint(
      ImportRequest request,
      Configuration configuration,
      SourceFile file,
      String form,
      String program,
      LocalDate day) {
    Provenance provenance = request.provenance();
    List<String> limits = new ArrayList<>(List.of(NOT_MEASURED));
    limits.addAll(provenance.remarks());
    return card(
        request,
        configuration,
        "A checkpoint made elsewhere; what it detects was not measured here.",
        "%s Imported from %s, %s, by %s on %s."
            .formatted(sentence(provenance.origin()), file.words(), form, program, day),
        provenance.trainingData(),
        limits);
  }

  /** The card of a network put together from pretrained parts, to be trained. */
  static ModelCard ofParts(
      ImportRequest request,
      Configuration configuration,
      List<SourceFile> files,
      long seed,
      String program,
      LocalDate day) {
    Provenance provenance = request.provenance();
    List<String> limits =
        new ArrayList<>(
            List.of(
                "Untrained: what it answers means nothing. It is there to be trained.",
                NOT_MEASURED));
    limits.addAll(provenance.remarks());
    return card(
        request,
        configuration,
        "An untrained network with pretrained parts, a start for training.",
        "%s Put together from %s by %s on %s; everything else has its initial values (seed %d)."
            .formatted(
                sentence(provenance.origin()),
                files.stream().map(SourceFile::words).collect(Collectors.joining(" and ")),
                program,
                day,
                seed),
        "untrained for this purpose; the parts: " + provenance.trainingData(),
        limits);
  }

  private static ModelCard card(
      ImportRequest request,
      Configuration configuration,
      String summary,
      String origin,
      String trainingData,
      List<String> limits) {
    return new ModelCard(
        request.name(),
        request.provenance().title(),
        summary,
        configuration,
        "",
        origin,
        request.provenance().licence(),
        trainingData,
        "sRGB, 8 bits, values divided by 255, CLIP's mean and deviation",
        InputMode.WHOLE,
        "fp32",
        List.of(),
        null,
        List.of(),
        limits,
        LITERATURE,
        false);
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}
