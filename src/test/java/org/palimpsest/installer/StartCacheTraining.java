package org.palimpsest.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the packaged program once without a display and keeps what Java learns of its classes, so
 * that a start on a user's machine need not find it out again (Java's ahead-of-time cache).
 */
final class StartCacheTraining {
  static final String FILE = "start.aot";

  private static final List<String> REHEARSAL =
      List.of(
          "-Dglass.platform=Headless",
          "-Dprism.order=sw",
          "-Dpalimpsest.close.when.drawn=true",
          "-Dpalimpsest.rehearsal=true");

  private final AppImage image;
  private final PackageFacts facts;

  StartCacheTraining(AppImage image, PackageFacts facts) {
    this.image = image;
    this.facts = facts;
  }

  /**
   * Trains the cache of the image.
   *
   * @param options of the launchers
   * @param folder for what the run writes
   */
  void train(List<String> options, Path folder) throws IOException, PackagingException {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    Path sample =
        FileTree.files(image.app().resolve("samples")).stream()
            .filter(file -> file.toString().endsWith(".jpg"))
            .findFirst()
            .orElseThrow(() -> new PackagingException("There is no sample to rehearse with."));
    Files.copy(sample, pictures.resolve(sample.getFileName()));
    Path cache = image.app().resolve(FILE);
    List<String> command = new ArrayList<>();
    command.add(image.runtime().resolve("bin/java").toString());
    command.add("-XX:AOTCacheOutput=" + cache);
    for (String option : options) {
      if (!option.startsWith("-XX:AOTCache=") && !option.startsWith("-Xlog:")) {
        command.add(option.replace("$APPDIR", image.app().toString()));
      }
    }
    command.addAll(REHEARSAL);
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, image.classPath()),
            facts.mainClass(),
            pictures.toString()));
    String printed =
        Tool.run(
            folder,
            Map.of(
                "HOME", folder.toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString()),
            command);
    if (!Files.isRegularFile(cache)) {
      throw new PackagingException("The rehearsal left no start cache:\n" + printed);
    }
  }
}
