package org.palimpsest.vision.maskclip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.palimpsest.imaging.RgbImage;

class MaskClipParametersTest {
  @Test
  void publishedSizeHasTheKeysAndShapesOfThePublishedCheckpoint() throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    getClass().getResourceAsStream("/golden/full/state_dict_full.txt")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> expected.add(line.split("\t")[0] + " " + line.split("\t")[1]));
    }
    TreeSet<String> actual = new TreeSet<>();
    MaskClipParameters.of(MaskClipConfig.vitL())
        .forEach(p -> actual.add(p.name() + " " + Arrays.toString(p.shape())));

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void tinySizeHasTheKeysOfTheReferenceCheckpoint() {
    TreeSet<String> actual = new TreeSet<>();
    MaskClipParameters.of(TinyModel.config())
        .forEach(p -> actual.add(p.name() + Arrays.toString(p.shape())));
    TreeSet<String> expected = new TreeSet<>();
    Golden.read("tiny_maskclip.safetensors")
        .byName()
        .forEach((name, tensor) -> expected.add(name + Arrays.toString(tensor.shape())));

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void hashedWeightsAreTheReferencesBitForBit() {
    JsonNode probes = Golden.json("full/weight_probes.json");
    for (Parameter parameter : MaskClipParameters.of(MaskClipConfig.vitL())) {
      JsonNode probe = probes.get(parameter.name());
      if (probe != null) {
        float[] values = HashWeights.of(parameter);
        for (int i = 0; i < Math.min(4, values.length); i++) {
          assertThat(Integer.toHexString(Float.floatToIntBits(values[i])))
              .as(parameter.name())
              .isEqualTo(probe.get("first4_hex").get(i).asText());
        }
      }
    }
  }

  @Test
  void recipeImageHasTheStatedByteSum() {
    RgbImage image = SynthImage.of(512, 512);
    long sum = 0;
    for (byte value : image.rgb()) {
      sum += value & 0xff;
    }
    assertThat(sum).isEqualTo(99_062_580);
    assertThat(SynthImage.disc(512, 512).area()).isEqualTo(26_561);
  }
}
