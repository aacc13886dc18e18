package org.palimpsest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.evidence.Sha256;

class ModelRegistryTest {
  private final Path embedded;
  private final Path own;
  private final ModelRegistry registry;

  ModelRegistryTest(@TempDir Path folder) {
    this.embedded = folder.resolve("embedded");
    this.own = folder.resolve("own");
    this.registry = new ModelRegistry(List.of(embedded, own));
  }

  @Test
  void aPublishedModelIsFoundAndItsWeightsAreTheCards() throws Exception {
    RegisteredModel published = publish(embedded, "compact");
    RegisteredModel opened = registry.open("compact");
    assertThat(opened).isEqualTo(published);
    assertThat(opened.card().weightsSha256()).isEqualTo(Sha256.of(opened.weights()).hex());
    assertThat(embedded.resolve("compact"))
        .isDirectoryContaining("glob:**/card.json")
        .isDirectoryContaining("glob:**/model.safetensors");
  }

  @Test
  void weightsThatWereExchangedAreRefusedNamingBothDigests() throws Exception {
    RegisteredModel model = publish(own, "compact");
    byte[] weights = Files.readAllBytes(model.weights());
    weights[weights.length - 1] ^= 1;
    Files.write(model.weights(), weights);
    assertThatThrownBy(() -> registry.open("compact"))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-05"))
        .hasMessageContaining(Sha256.of(weights).hex())
        .hasMessageContaining(model.card().weightsSha256());
  }

  @Test
  void missingWeightsAreRefused() throws Exception {
    Files.delete(publish(own, "compact").weights());
    assertThatThrownBy(() -> registry.open("compact"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-04"));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws Exception {
    publish(embedded, "compact");
    publish(own, "mine");
    assertThatThrownBy(() -> registry.find("other"))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-01"))
        .hasMessageContaining("compact, mine");
    assertThatThrownBy(() -> registry.find("../own/mine")).isInstanceOf(ModelException.class);
  }

  @Test
  void rootsThatDoNotExistHoldNoModels() throws Exception {
    assertThat(registry.list().models()).isEmpty();
    assertThatThrownBy(() -> registry.find("compact"))
        .hasMessageStartingWith("There is no model named \"compact\", nor any other");
  }

  @Test
  void ofTwoModelsWithOneNameTheFirstRootWins() throws Exception {
    publish(own, "compact");
    RegisteredModel first = publish(embedded, "compact");
    assertThat(registry.list().models()).containsExactly(first);
    assertThat(registry.find("compact")).isEqualTo(first);
  }

  @Test
  void aBrokenModelIsListedAsSuchAndHidesNoOther() throws Exception {
    publish(own, "good");
    Files.createDirectories(own.resolve("empty"));
    Files.move(publish(own, "renamed").folder(), own.resolve("other"));
    Files.createDirectories(own.resolve(".good.partial"));
    ModelRegistry.Listing listing = registry.list();
    assertThat(listing.models()).extracting(m -> m.card().name()).containsExactly("good");
    assertThat(listing.unreadable())
        .extracting(ModelException::code)
        .containsExactly("MOD-02", "MOD-09");
    assertThatThrownBy(() -> registry.find("other"))
        .hasMessageContaining("calls itself \"renamed\"");
  }

  @Test
  void aCardOfUnpublishedWeightsIsRefused() throws Exception {
    RegisteredModel model = publish(own, "compact");
    Files.write(model.folder().resolve("card.json"), CardFile.bytes(Cards.unmeasured("compact")));
    assertThatThrownBy(() -> registry.find("compact"))
        .hasMessageContaining("weights_sha256 is empty");
  }

  @Test
  void aTakenNameIsRefusedAndTheFormerModelStands() throws Exception {
    RegisteredModel former = publish(own, "compact");
    assertThatThrownBy(() -> publish(own, "compact"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-07"));
    assertThat(registry.open("compact")).isEqualTo(former);
  }

  @Test
  void aPublicationThatFailsLeavesNothing() throws Exception {
    assertThatThrownBy(
            () ->
                ModelRegistry.publish(
                    own,
                    Cards.unmeasured("compact"),
                    file -> {
                      Files.write(file, new byte[3]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-08"))
        .hasRootCauseMessage("disk full");
    assertThatThrownBy(
            () ->
                ModelRegistry.publish(
                    own,
                    Cards.unmeasured("compact"),
                    file -> Files.writeString(file, "no tensors")))
        .isInstanceOf(ModelException.class);
    try (Stream<Path> left = Files.list(own)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aModelIsMeasuredAfterwardsAndKeepsItsWeights() throws Exception {
    RegisteredModel model = publish(own, "compact");
    ModelCard measured = model.card().measured(List.of(Cards.point()), null, null, List.of());
    ModelRegistry.replaceCard(model, measured);
    assertThat(registry.open("compact").card().operatingPoints()).containsExactly(Cards.point());
    assertThatThrownBy(
            () -> ModelRegistry.replaceCard(model, measured.withWeights("00".repeat(32))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RegisteredModel publish(Path root, String name) throws ModelException {
    return ModelRegistry.publish(root, Cards.unmeasured(name), Cards::weights);
  }
}
