package org.palimpsest.registry.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good files with damage from fixed seeds. A file is either read or refused by a {@link
 * FormatException} of one sentence, quickly and without taking much memory, whatever it claims.
 */
@Timeout(60)
class CheckpointFuzzTest {
  private static final long MAX_OPEN_BYTES = 48L << 20;
  private static final long MAX_TENSOR_BYTES = 1 << 20;

  private final Path folder;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int opened;
  private int refused;

  CheckpointFuzzTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** With its checksums a damaged archive cannot be taken for another content. */
  @Test
  void aDamagedArchiveIsRefusedOrReadsAsBefore() throws IOException {
    byte[] good = Checkpoints.training();
    Map<String, String> content = content(good);
    assertThat(content).hasSize(16).doesNotContainValue("damaged");
    for (int seed = 0; seed < 4_000; seed++) {
      Map<String, String> found = content(damaged(good, seed));
      assertThat(found.isEmpty() || found.containsKey("damaged") || found.equals(content))
          .as("seed %d: %s", seed, found)
          .isTrue();
    }
    assertMixed(4_000);
  }

  @Test
  void aDamagedPickleInASoundArchiveIsReadOrRefused() throws IOException {
    byte[][] storages = Checkpoints.trainingStorages();
    fuzz(Checkpoints.trainingPickle(), 6_000, pickle -> Checkpoints.zip(pickle, storages));
  }

  @Test
  void aDamagedTorchScriptPickleIsReadOrRefused() throws IOException {
    fuzz(
        Checkpoints.scriptPickle(),
        4_000,
        pickle -> Checkpoints.script(pickle, new byte[4], new byte[4]));
  }

  @Test
  void aDamagedOldCheckpointIsReadOrRefused() throws IOException {
    fuzz(Checkpoints.legacy(), 4_000, UnaryOperator.identity());
  }

  @Test
  void damageToWhatPyTorchWroteIsReadOrRefused() throws IOException {
    Path golden = Path.of("src/test/resources/golden");
    for (String name : new String[] {"tiny_clip_jit.pt", "tiny_maskclip_legacy.pth"}) {
      fuzz(Files.readAllBytes(golden.resolve(name)), 150, UnaryOperator.identity());
    }
  }

  /** Sequences of operations that nobody wrote. */
  @Test
  void randomOperationsAreReadOrRefused() throws IOException {
    byte[] letters = new byte[PickleOpcode.values().length];
    int known = 0;
    for (int code = 0; code < 256; code++) {
      if (PickleOpcode.of(code) != null) {
        letters[known++] = (byte) code;
      }
    }
    for (int seed = 0; seed < 6_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PickleWriter out = PickleWriter.protocol2().ops("}").text("a");
      int length = random.nextInt(1, 60);
      for (int i = 0; i < length; i++) {
        switch (random.nextInt(6)) {
          case 0 -> out.vector("FloatStorage", "0", random.nextInt(3));
          case 1 -> out.text("model").op('}', '(');
          case 2 -> out.number(random.nextLong());
          case 3 -> out.global("collections", "OrderedDict").ops(")R");
          default -> out.raw(letters[random.nextInt(known)]);
        }
      }
      content(Checkpoints.zip(out.op('s').stop(), new byte[4]));
    }
    assertThat(refused).isPositive();
  }

  private void fuzz(byte[] good, int rounds, UnaryOperator<byte[]> wrap) throws IOException {
    opened = 0;
    refused = 0;
    assertThat(content(wrap.apply(good))).isNotEmpty().doesNotContainKey("damaged");
    for (int seed = 0; seed < rounds; seed++) {
      content(wrap.apply(damaged(good, seed)));
    }
    assertMixed(rounds);
  }

  /** Damage that is always noticed, or never, would have tried only one of the two roads. */
  private void assertMixed(int rounds) {
    assertThat(opened).isGreaterThan(rounds / 100);
    assertThat(refused).isGreaterThan(rounds / 10);
  }

  /** One to three blows: flipped bits, other bytes, cuts, repeats, moved pieces, huge numbers. */
  private static byte[] damaged(byte[] good, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = good.clone();
    int blows = random.nextInt(1, 4);
    for (int blow = 0; blow < blows && bytes.length > 16; blow++) {
      int at = random.nextInt(bytes.length - 8);
      switch (random.nextInt(8)) {
        case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) random.nextInt(256);
        case 3 -> Arrays.fill(bytes, at, at + random.nextInt(1, 8), (byte) -1);
        case 4 -> Arrays.fill(bytes, at, at + random.nextInt(1, 8), (byte) 0);
        case 5 -> bytes = Arrays.copyOf(bytes, at);
        case 6 -> {
          int length = random.nextInt(1, Math.min(64, bytes.length - at));
          int to = random.nextInt(bytes.length - length);
          System.arraycopy(bytes, at, bytes, to, length);
        }
        default -> {
          int length = random.nextInt(1, Math.min(64, bytes.length - at));
          byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
          System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  /**
   * What a file reads as: type, shape and elements by name; empty if it was refused; with the key
   * "damaged" if verifying refused it. Everything else that is thrown fails the test.
   */
  private Map<String, String> content(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("model.pth"), bytes);
    Map<String, String> content = new LinkedHashMap<>();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (CheckpointFile file = CheckpointFile.open(path)) {
      opened++;
      for (String name : file.names()) {
        TensorType type = file.type(name);
        if (type.elements() * type.dtype().bytes() <= MAX_TENSOR_BYTES) {
          TensorView tensor = file.tensor(name);
          assertThat(tensor.elements()).isEqualTo(type.elements());
          int hash = tensor.buffer().hashCode();
          content.put(name, type + " " + hash);
        }
      }
      try {
        file.verify();
      } catch (FormatException e) {
        assertOneSentence(e);
        content.put("damaged", e.code());
      }
    } catch (FormatException e) {
      refused++;
      assertOneSentence(e);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes taken for a file of %d", bytes.length)
        .isLessThan(MAX_OPEN_BYTES);
    return content;
  }

  private static void assertOneSentence(FormatException e) {
    assertThat(e.getMessage()).matches("\\P{Cntrl}{1,900}\\.");
    assertThat(e.code()).matches("FMT-\\d\\d");
  }
}
