package org.palimpsest.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.vision.EngineFacts;
import org.palimpsest.vision.UnavailableException;

/** The files of the program itself: jars, engine, models, samples and licences. */
final class ProgramFiles {
  /** Folder of the native libraries that options of the launchers name. */
  static final String NATIVES = "native";

  private static final String ENGINE_FOLDER = "ENGINE_CACHE_DIR";

  private final PackageFacts facts;
  private final Natives natives;

  ProgramFiles(PackageFacts facts, Natives natives) {
    this.facts = facts;
    this.natives = natives;
  }

  /** Puts them into a folder and returns how many entries were left out of the jars. */
  int collect(Path input) throws IOException, PackagingException {
    engine(input.resolve("engine"));
    Path told = Files.createDirectory(input.resolve(NATIVES));
    int leftOut = 0;
    for (Path jar : FileTree.files(facts.libraries())) {
      SlimJar.unpack(jar, told, natives::isTold);
      leftOut += SlimJar.copy(jar, input.resolve(jar.getFileName()), natives::isLeftOut);
    }
    if (!Files.isRegularFile(input.resolve(facts.jar()))) {
      throw new PackagingException("%s is not in %s.".formatted(facts.jar(), facts.libraries()));
    }
    FileTree.copy(facts.project().resolve("models"), input.resolve("models"), false);
    FileTree.copy(facts.project().resolve("src/samples"), input.resolve("samples"), false);
    Files.copy(facts.project().resolve("LICENSE"), input.resolve("LICENSE"));
    Files.copy(facts.licences(), input.resolve("LICENCES-OF-LIBRARIES.txt"));
    Files.copy(
        facts.definitions().resolve("LICENCES-OF-NATIVES.txt"),
        input.resolve("LICENCES-OF-NATIVES.txt"));
    return leftOut;
  }

  /** The engine unpacks itself, as it would into a user's cache; so its layout stays its own. */
  private static void engine(Path folder) throws PackagingException {
    System.setProperty(ENGINE_FOLDER, folder.toString());
    try {
      EngineFacts started = EngineFacts.ofThisProcess();
      if (!Path.of(started.natives()).startsWith(folder)) {
        throw new PackagingException(
            "The engine was loaded from %s; unset PYTORCH_LIBRARY_PATH and ENGINE_CACHE_DIR."
                .formatted(started.natives()));
      }
    } catch (UnavailableException e) {
      throw new PackagingException(e.getMessage() + " " + e.getCause());
    }
  }

  /** All jars of the class path. */
  static List<Path> jars(Path folder) throws IOException {
    return FileTree.files(folder).stream()
        .filter(file -> file.toString().endsWith(".jar") && folder.equals(file.getParent()))
        .toList();
  }
}
