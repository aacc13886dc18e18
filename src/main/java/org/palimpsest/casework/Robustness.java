package org.palimpsest.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the result of one exhibit holds when the exhibit is recompressed, resized or cropped.
 *
 * @param original outcome of the exhibit itself
 * @param variants one for every variation that the exhibit is large enough for
 * @param skipped variations that would make it too small, in words
 * @param failure why the variants could not be tried, one sentence; null where they were
 */
public record Robustness(
    Outcome original,
    List<VariantResult> variants,
    List<String> skipped,
    @Nullable String failure) {
  /** A marked area is called the same from this overlap on. */
  private static final double SAME = 0.5;

  public Robustness {
    variants = List.copyOf(variants);
    skipped = List.copyOf(skipped);
  }

  /** Variants that could not be tried. */
  static Robustness failed(Outcome original, @Nullable String failure) {
    return new Robustness(
        original,
        List.of(),
        List.of(),
        Objects.requireNonNullElse(failure, "The model failed on a variant."));
  }

  /** Variants whose outcome is the exhibit's. */
  public int sameOutcome() {
    return (int) variants.stream().filter(one -> one.outcome() == original).count();
  }

  /** The smallest overlap with the exhibit's marked area; null where nothing was ever marked. */
  public @Nullable Double smallestOverlap() {
    return variants.stream()
        .map(VariantResult::overlap)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What that means for a person, one or two plain sentences. */
  public String sentence() {
    if (failure != null) {
      return "Whether the result holds for variants of the picture is not known: " + failure;
    }
    if (variants.isEmpty()) {
      return "The picture is too small to be tried recompressed, resized or cropped.";
    }
    return outcome() + " " + area();
  }

  private String outcome() {
    if (sameOutcome() == variants.size()) {
      return "The outcome stayed \"%s\" in all %d variants (recompressed, resized, cropped)."
          .formatted(original.words(), variants.size());
    }
    List<String> others = new ArrayList<>();
    for (VariantResult one : variants) {
      if (one.outcome() != original) {
        others.add("\"%s\" when %s".formatted(one.outcome().words(), one.variation().words()));
      }
    }
    return "The outcome \"%s\" did not hold in %d of %d variants: %s."
        .formatted(original.words(), others.size(), variants.size(), String.join(", ", others));
  }

  private String area() {
    Double smallest = smallestOverlap();
    if (smallest == null) {
      return "Nothing was marked in the picture nor in any variant.";
    }
    List<VariantResult> held =
        variants.stream().filter(one -> one.overlap() != null && one.overlap() >= SAME).toList();
    VariantResult worst =
        variants.stream()
            .filter(one -> one.overlap() != null)
            .min(Comparator.comparingDouble(one -> Objects.requireNonNullElse(one.overlap(), 1.0)))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "The marked area stayed in place (overlap of 0.5 or more) in %d of %d variants; the"
            + " smallest overlap was %.2f, when %s.",
        held.size(),
        variants.size(),
        smallest,
        worst.variation().words());
  }
}
