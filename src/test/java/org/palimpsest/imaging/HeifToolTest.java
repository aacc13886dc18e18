package org.palimpsest.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.imaging.DecodeException.Reason;

/** HEIC and AVIF through a program outside: one made for the test, and the real one where it is. */
class HeifToolTest {
  @TempDir private Path folder;

  @Test
  void withoutTheToolTheFormatIsNamedAndRefused() {
    for (String searchPath : new String[] {null, "", folder.toString()}) {
      DecodeException refusal =
          catchThrowableOfType(
              DecodeException.class, () -> ImageDecoder.decode(avif(4, 4), searchPath));
      assertThat(refusal.code()).isEqualTo("IMG-07");
      assertThat(refusal).hasMessageStartingWith("AVIF is read by libheif's program heif-dec");
    }
  }

  @Test
  void toolIsFoundOnTheSearchPathByItsNewerNameFirst() throws IOException {
    Path bare = Files.createDirectory(folder.resolve("bare"));
    String searchPath = bare + java.io.File.pathSeparator + folder;
    assertThat(HeifTool.on(searchPath)).isEmpty();
    script("heif-convert", "exit 0");
    assertThat(HeifTool.on(searchPath)).isPresent();
    assertThat(OutsideProcess.find("heif-dec", searchPath)).isEmpty();
  }

  @Test
  void pictureOfTheToolIsDecodedAndTheToolIsNamed() throws Exception {
    Path png = folder.resolve("given.png");
    Files.write(png, new PngBytes(1, 1, 8, PngBytes.RGB).pixels(new byte[][] {{1, 2, 3}}));
    script("heif-dec", "[ \"$1\" = --version ] && echo 1.19.5 && exit 0\ncp '" + png + "' \"$2\"");
    DecodedImage image = ImageDecoder.decode(avif(1, 1), folder.toString());
    assertThat(image.pixels().rgb()).containsExactly(1, 2, 3);
    assertThat(image.format()).isEqualTo("AVIF");
    assertThat(image.decoder()).startsWith("heif-dec, libheif 1.19.5, ");
    assertThat(image.notes())
        .contains("The picture was decoded outside this program by heif-dec, libheif 1.19.5.");
  }

  @Test
  void argumentsAreGivenWithoutAShellAndTheFolderIsRemoved() throws Exception {
    Path said = folder.resolve("said.txt");
    HeifTool tool =
        tool(
            "echo \"$#\" \"$PWD\" \"$1\" \"$2\" >> '" + said + "'\nexit 3", Duration.ofSeconds(20));
    DecodeException refusal = refusal(tool, avif(1, 1));
    assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(refusal).hasMessageContaining("exit status 3");
    String[] words = Files.readString(said).lines().toList().getLast().split(" ");
    assertThat(words[0]).isEqualTo("2");
    assertThat(words[2]).startsWith(words[1]).endsWith("in.heif");
    assertThat(Path.of(words[1])).doesNotExist();
  }

  @Test
  void toolThatHangsIsStoppedWithWhatItStarted() throws Exception {
    Path child = folder.resolve("child.txt");
    HeifTool tool = tool("sleep 60 &\necho $! > '" + child + "'\nwait", Duration.ofMillis(700));
    long start = System.nanoTime();
    DecodeException refusal = refusal(tool, avif(1, 1));
    assertThat(refusal.code()).isEqualTo("IMG-08");
    assertThat(refusal).hasMessageContaining("took longer");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    long pid = Long.parseLong(Files.readString(child).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(pid);
    if (left.isPresent()) {
      left.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void toolThatWritesWithoutEndIsStopped() throws Exception {
    HeifTool tool =
        new HeifTool(
            script("heif-dec", "while true; do head -c 100000 /dev/zero >> \"$PWD/out.png\"; done"),
            Duration.ofSeconds(30),
            3_000_000);
    assertThat(refusal(tool, avif(1, 1)).reason()).isEqualTo(Reason.OVER_LIMIT);
  }

  @Test
  void garbageFromTheToolIsRefused() throws Exception {
    HeifTool tool = tool("echo garbage > \"${2:-/dev/null}\"", Duration.ofSeconds(20));
    assertThat(refusal(tool, avif(1, 1)))
        .returns(Reason.DAMAGED, DecodeException::reason)
        .hasMessageContaining("no PNG");
  }

  @Test
  void sizesClaimedAreCheckedBeforeTheToolIsStarted() throws Exception {
    HeifTool tool = tool("touch '" + folder.resolve("started") + "'", Duration.ofSeconds(20));
    assertThat(refusal(tool, avif(70_000, 70_000)).reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  /** With the real tools, where they are: a picture coded by libheif comes back nearly the same. */
  @Test
  void realToolGivesBackWhatTheRealEncoderWasGiven() throws Exception {
    String searchPath = System.getenv("PATH");
    Optional<Path> encoder = OutsideProcess.find("heif-enc", searchPath);
    assumeTrue(encoder.isPresent() && HeifTool.on(searchPath).isPresent());
    RgbImage before = TestImages.photograph(96, 64, 5);
    Path png = Files.write(folder.resolve("a.png"), Png.encode(before));
    Path coded = folder.resolve("a.heic");
    Process process =
        new ProcessBuilder(
                encoder.get().toString(), "-q", "95", png.toString(), "-o", coded.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("enc.txt").toFile())
            .start();
    assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0);
    DecodedImage image = ImageDecoder.decode(Files.readAllBytes(coded));
    assertThat(image.format()).isEqualTo("HEIC");
    assertThat(image.decoder()).containsPattern("libheif \\d+\\.\\d+");
    assertThat(image.pixels().width()).isEqualTo(96);
    double difference = 0;
    for (int i = 0; i < before.rgb().length; i++) {
      difference += Math.abs((before.rgb()[i] & 0xff) - (image.pixels().rgb()[i] & 0xff));
    }
    assertThat(difference / before.rgb().length).isCloseTo(0, within(6.0));
  }

  private HeifTool tool(String body, Duration longest) throws IOException {
    return new HeifTool(script("heif-dec", body), longest, HeifTool.MOST_BYTES);
  }

  private Path script(String name, String body) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static DecodeException refusal(HeifTool tool, byte[] bytes) {
    DecodeException refusal =
        catchThrowableOfType(
            DecodeException.class, () -> ImageDecoder.decode(Container.AVIF, bytes, tool));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  /** Boxes enough to be taken for an AVIF that claims a size; there is no picture in it. */
  static byte[] avif(int width, int height) {
    ByteBuffer out = ByteBuffer.allocate(64);
    box(out, 16, "ftyp").put("avif".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    box(out, 48, "meta").putInt(0);
    box(out, 36, "iprp");
    box(out, 28, "ipco");
    box(out, 20, "ispe").putInt(0).putInt(width).putInt(height);
    return out.array();
  }

  private static ByteBuffer box(ByteBuffer out, int size, String type) {
    return out.putInt(size).put(type.getBytes(StandardCharsets.US_ASCII));
  }
}
