package org.palimpsest.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.ExpectedTensor;
import org.palimpsest.vision.maskclip.MaskClipConfig;
import org.palimpsest.vision.maskclip.SizeCheck;
import org.palimpsest.vision.maskclip.TinyModel;

class MaskClipArchitectureTest {
  private final MaskClipArchitecture network = new MaskClipArchitecture();

  @Test
  void thePublishedSizeHasTheTensorsOfThePublishedCheckpoint() throws Exception {
    Configuration published = network.published().getFirst();
    assertThat(network.tensors(published)).hasSize(778);
  }

  @Test
  void everyKnownSizeIsPossible() {
    for (MaskClipConfig config :
        List.of(MaskClipConfig.vitL(), MaskClipConfig.compact(), TinyModel.config())) {
      assertThat(SizeCheck.problems(config)).isEmpty();
    }
  }

  @Test
  void thePartsOfAnUntrainedNetworkAreDisjointAndCoverBothTowers() throws Exception {
    List<String> names =
        network.tensors(network.published().getFirst()).stream().map(ExpectedTensor::name).toList();
    assertThat(names.stream().filter(name -> name.startsWith(MaskClipArchitecture.CLIP.prefix())))
        .hasSize(446);
    assertThat(
            names.stream()
                .filter(name -> name.startsWith(MaskClipArchitecture.MAE.prefix()))
                .map(name -> name.substring(MaskClipArchitecture.MAE.prefix().length()))
                .filter(MaskClipArchitecture.MAE.initialised()))
        .hasSize(24)
        .allMatch(name -> name.matches("blocks\\.\\d+\\.attn\\.rel_pos_[hw]"));
  }

  @Test
  void anInitialValueIsAFunctionOfTheSeed() throws Exception {
    ExpectedTensor tensor =
        network.tensors(Configuration.of(TinyModel.config())).stream()
            .filter(expected -> expected.name().equals("prompt_learner.ctx_pos"))
            .findFirst()
            .orElseThrow();
    assertThat(tensor.initial().apply(1))
        .isEqualTo(tensor.initial().apply(1))
        .isNotEqualTo(tensor.initial().apply(2));
  }
}
