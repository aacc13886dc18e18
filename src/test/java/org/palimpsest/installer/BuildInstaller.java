package org.palimpsest.installer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Packages the built program for the platform it is built on: an app image everywhere, as an
 * archive and a Debian package on Linux, a Windows installer or a macOS disk image elsewhere.
 *
 * <p>Arguments: the {@linkplain PackageFacts facts} that the pom knows, as {@code name=value}.
 */
public final class BuildInstaller {
  private final PackageFacts facts;
  private final Platform platform;
  private final PrintStream out;

  private BuildInstaller(PackageFacts facts, Platform platform, PrintStream out) {
    this.facts = facts;
    this.platform = platform;
    this.out = out;
  }

  /** Packages, or ends with the exit code 1 and the reason. */
  public static void main(String[] args) throws IOException {
    try {
      PackageFacts facts = PackageFacts.of(args);
      new BuildInstaller(facts, Platform.ofThisMachine(), System.out).build();
    } catch (PackagingException e) {
      System.err.println("No installer was made: " + e.getMessage());
      System.exit(1);
    }
    // The engine's own threads would keep the process.
    System.exit(0);
  }

  private void build() throws IOException, PackagingException {
    Path work = FileTree.emptied(facts.output());
    Path icons = IconFiles.write(Files.createDirectories(work.resolve("icons")));
    Path input = Files.createDirectories(work.resolve("input"));
    Natives natives = new Natives(platform, Platform.processor());
    int leftOut = new ProgramFiles(facts, natives).collect(input);
    done("engine unpacked, %d files for other machines left out".formatted(leftOut));
    Path runtime =
        new RuntimeImage(facts, platform).link(ProgramFiles.jars(input), work.resolve("runtime"));
    done("runtime linked");
    ImageBuild build = new ImageBuild(facts, platform);
    AppImage image = build.build(input, runtime, icons, work);
    PackageKind.write(image.app(), "app-image");
    FileTree.delete(input, runtime);
    // Before the training: the cache holds for jars of exactly these times.
    FileTree.settle(image.folder(), facts.time());
    done("app image built");
    new StartCacheTraining(image, facts).train(build.options(), work.resolve("training"));
    FileTree.delete(work.resolve("training"));
    FileTree.settle(image.folder(), facts.time());
    done("start cache trained");
    List<Path> artefacts = new Artefacts(facts, platform).build(image, icons, work);
    Artefacts.checksums(artefacts, work.resolve("SHA256SUMS"));
    Files.writeString(work.resolve("SIZES.md"), new Sizes(image).table());
    for (Path artefact : artefacts) {
      done("%s, %.0f MB".formatted(artefact, Files.size(artefact) * 1e-6));
    }
  }

  private void done(String what) {
    out.println("installer: " + what);
  }
}
