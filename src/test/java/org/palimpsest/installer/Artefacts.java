package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.evidence.Sha256;

/** What is given to users: the image as an archive, and the platform's own kind of installer. */
final class Artefacts {
  private final PackageFacts facts;
  private final Platform platform;

  Artefacts(PackageFacts facts, Platform platform) {
    this.facts = facts;
    this.platform = platform;
  }

  List<Path> build(AppImage image, Path icons, Path work) throws IOException, PackagingException {
    return switch (platform) {
      case LINUX ->
          List.of(archive(image, work), new DebianPackage(facts).build(image, icons, work));
      case WINDOWS -> List.of(installer("msi", image, icons, work));
      case MACOS -> List.of(installer("dmg", image, icons, work));
    };
  }

  private Path archive(AppImage image, Path work) throws PackagingException {
    String name =
        "palimpsest-%s-%s-%s.tar.gz"
            .formatted(facts.version(), platform.folder(), Platform.processor());
    Tool.run(
        work,
        Map.of("GZIP", "-n6"),
        List.of(
            "tar",
            "--create",
            "--gzip",
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--file=" + name,
            image.folder().getFileName().toString()));
    return work.resolve(name);
  }

  private Path installer(String type, AppImage image, Path icons, Path work)
      throws IOException, PackagingException {
    Path results = FileTree.emptied(work.resolve(type));
    Map<String, String> names = new HashMap<>();
    names.put("version", facts.version());
    names.put("image", image.folder().toString());
    names.put("icons", icons.toString());
    names.put("definitions", facts.definitions().toString());
    names.put("project", facts.project().toString());
    names.put("output", results.toString());
    Path options = facts.definitions().resolve(platform.folder()).resolve(type + ".options");
    Tool.ofJdk("jpackage", new ArrayList<>(Options.read(options, names)));
    return FileTree.files(results).getFirst();
  }

  /** A file that {@code sha256sum --check} reads, beside the artefacts. */
  static void checksums(List<Path> artefacts, Path target) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Path artefact : artefacts) {
      lines
          .append(Sha256.of(artefact).hex())
          .append("  ")
          .append(artefact.getFileName())
          .append('\n');
    }
    Files.writeString(target, lines.toString());
  }
}
