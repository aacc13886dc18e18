package org.palimpsest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelsTest {
  private final Path folder;
  private final Path embedded;
  private final Path own;
  private final UserModels models;

  UserModelsTest(@TempDir Path folder) {
    this.folder = folder;
    embedded = folder.resolve("embedded");
    own = folder.resolve("own");
    models = new UserModels(new ModelRegistry(List.of(embedded, own)), own);
  }

  @Test
  void aRemovedModelLeavesNothingAndTheOthersStay() throws Exception {
    publish(own, "mine");
    RegisteredModel other = publish(own, "other");
    models.remove("mine");
    assertThat(own.toFile().list()).containsExactly("other");
    assertThat(models.registry().open("other")).isEqualTo(other);
  }

  @Test
  void ofALinkedModelOnlyTheLinkIsRemoved() throws Exception {
    RegisteredModel elsewhere = publish(folder.resolve("elsewhere"), "linked");
    Files.createDirectories(own);
    Files.createSymbolicLink(own.resolve("linked"), elsewhere.folder());
    models.remove("linked");
    assertThat(own).isEmptyDirectory();
    assertThat(elsewhere.verify()).isEqualTo(elsewhere);
  }

  @Test
  void aBrokenModelOfTheUsersCanBeRemoved() throws Exception {
    Files.delete(publish(own, "mine").weights());
    models.remove("mine");
    assertThat(own).isEmptyDirectory();
  }

  @Test
  void theUsersModelIsRemovedAndNotTheOneOfTheProgramThatHidesIt() throws Exception {
    RegisteredModel theirs = publish(embedded, "same");
    publish(own, "same");
    models.remove("same");
    assertThat(own).isEmptyDirectory();
    assertThat(theirs.verify()).isEqualTo(theirs);
    assertThatThrownBy(() -> models.remove("same"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo("MOD-12"));
  }

  @Test
  void leftoversOfACutWriteAreRemovedWithTheModel() throws Exception {
    Path rest = publish(own, "mine").folder().resolve(".palimpsest-1234.tmp");
    Files.writeString(rest, "half a card");
    models.remove("mine");
    assertThat(own).isEmptyDirectory();
  }

  private static RegisteredModel publish(Path root, String name) throws ModelException {
    return ModelRegistry.publish(root, Cards.unmeasured(name), Cards::weights);
  }
}
