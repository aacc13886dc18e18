package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts program, runtime and launchers together with jpackage. */
final class ImageBuild {
  /** Relative to the program's files, so that the folder can be copied anywhere. */
  private static final List<String> OF_A_PACKAGE =
      List.of(
          "-Dpalimpsest.home=$APPDIR",
          "-Djna.boot.library.path=$APPDIR/" + ProgramFiles.NATIVES,
          "-Dorg.sqlite.lib.path=$APPDIR/" + ProgramFiles.NATIVES,
          "-XX:AOTCache=$APPDIR/" + StartCacheTraining.FILE,
          // A cache that does not fit costs time, which doctor says; it is no error of a run.
          "-Xlog:aot=off",
          "-Xlog:cds=off");

  private final PackageFacts facts;
  private final Platform platform;

  ImageBuild(PackageFacts facts, Platform platform) {
    this.facts = facts;
    this.platform = platform;
  }

  AppImage build(Path input, Path runtime, Path icons, Path work)
      throws IOException, PackagingException {
    List<String> options = options();
    Path verbs = work.resolve("verbs.properties");
    Files.writeString(verbs, launcher(options, platform));
    Map<String, String> names = new HashMap<>();
    names.put("version", facts.version());
    names.put("input", input.toString());
    names.put("runtime", runtime.toString());
    names.put("icons", icons.toString());
    names.put("jar", facts.jar());
    names.put("main", facts.mainClass());
    names.put("output", work.toString());
    names.put("definitions", facts.definitions().toString());
    names.put("launcher-for-verbs", verbs.toString());
    List<String> arguments =
        new ArrayList<>(Options.read(facts.definitions().resolve("common.options"), names));
    arguments.addAll(
        Options.read(
            facts.definitions().resolve(platform.folder()).resolve("image.options"), names));
    for (String option : options) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", "-Dpalimpsest.window=true"));
    Tool.ofJdk("jpackage", arguments);
    Files.delete(verbs);
    return found(arguments.get(arguments.indexOf("--name") + 1), work);
  }

  /** Of the virtual machine, for every launcher. */
  List<String> options() {
    return Stream.concat(facts.options().stream(), OF_A_PACKAGE.stream()).toList();
  }

  private static String launcher(List<String> options, Platform platform) {
    return "java-options=%s%n".formatted(String.join(" ", options))
        + (platform == Platform.WINDOWS ? "win-console=true\n" : "");
  }

  private AppImage found(String name, Path work) throws IOException {
    return switch (platform) {
      case LINUX -> {
        // Named like the window's launcher by jpackage; people look for the program's name.
        Path folder = Files.move(work.resolve(name), work.resolve("palimpsest"));
        yield new AppImage(folder, folder.resolve("lib/app"), folder.resolve("lib/runtime"));
      }
      case WINDOWS -> {
        Path folder = work.resolve(name);
        yield new AppImage(folder, folder.resolve("app"), folder.resolve("runtime"));
      }
      case MACOS -> {
        Path folder = work.resolve(name + ".app");
        yield new AppImage(
            folder,
            folder.resolve("Contents/app"),
            folder.resolve("Contents/runtime/Contents/Home"));
      }
    };
  }
}
