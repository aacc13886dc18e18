package org.palimpsest.vision;

import java.util.List;
import java.util.Set;
import org.palimpsest.registry.Architecture;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.ExpectedTensor;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.PretrainedPart;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.MaskClipParameters;
import org.palimpsest.vision.maskclip.SizeCheck;

/** MaskCLIP as the registry sees it. */
public final class MaskClipArchitecture implements Architecture {
  /**
   * OpenAI's CLIP under the names of its release; the integer facts that its archive carries along
   * are no weights.
   */
  public static final PretrainedPart CLIP =
      new PretrainedPart(
          "CLIP",
          "clip.",
          name -> name.startsWith("visual.stem_embed."),
          Set.of("input_resolution", "context_length", "vocab_size")::contains);

  /**
   * The encoder of a masked autoencoder. The network has no class token and no last norm, and adds
   * relative positions that begin at zero. The position embedding is taken as it is stored: the
   * network resizes it in every pass, so that training reaches the stored values.
   */
  public static final PretrainedPart MAE =
      new PretrainedPart(
          "MAE",
          "aggregator.vit_model.",
          name -> name.contains(".attn.rel_pos_") || name.startsWith("stem_embed."),
          name ->
              Set.of("cls_token", "mask_token", "norm.weight", "norm.bias").contains(name)
                  || name.startsWith("decoder_"));

  @Override
  public List<ExpectedTensor> tensors(Configuration configuration) throws ModelException {
    MaskClipConfig config = configuration.as(MaskClipConfig.class);
    List<String> problems = SizeCheck.problems(config);
    if (!problems.isEmpty()) {
      throw new ModelException(
          "MOD-06",
          "The configuration is not that of a network: %s.".formatted(String.join("; ", problems)));
    }
    return tensors(config);
  }

  /** The tensors of a configuration that is known to be possible. */
  public static List<ExpectedTensor> tensors(MaskClipConfig config) {
    return MaskClipParameters.of(config).stream()
        .map(
            parameter -> new ExpectedTensor(parameter.name(), parameter.shape(), parameter::values))
        .toList();
  }

  @Override
  public List<Configuration> published() {
    return List.of(Configuration.of(MaskClipConfig.vitL()));
  }
}
