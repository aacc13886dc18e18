package org.palimpsest.report.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides what could lead to a source. It learns the values it has hidden and hides them in free
 * texts as well, so that a name does not come back in a sentence.
 */
final class Redactor {
  /** Shorter values stand in too many innocent words. */
  private static final int SHORTEST = 4;

  /** Facts of the audit log that say nothing of where an exhibit came from. */
  private static final Set<String> HARMLESS =
      Set.of(
          "item",
          "model",
          "model_sha256",
          "outcome",
          "score",
          "map_sha256",
          "sha256",
          "bytes",
          "storage",
          "finding",
          "version",
          "conclusion",
          "status",
          "annotation",
          "code",
          "files",
          "formats",
          "holds");

  private static final Pattern HARMLESS_WORD =
      Pattern.compile(
          "[0-9.,:]{1,20}|true|false|auto|cpu|gpu(:\\d+)?|tiles|whole|fp32|bf16|fp16|examine|case"
              + "|add|create|palimpsest");

  private final SourceProtection protection;
  private final JsonMapper mapper = new JsonMapper();
  private final Set<String> secrets =
      new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  Redactor(SourceProtection protection) {
    this.protection = protection;
  }

  SourceProtection protection() {
    return protection;
  }

  /** Remembers a value that must not be read anywhere. */
  void learn(@Nullable String value) {
    if (value != null && value.strip().length() >= SHORTEST) {
      secrets.add(value.strip());
    }
  }

  /** Remembers a path, the folders above it, and its name where names are hidden. */
  void learnPath(String path) {
    learn(path);
    Path above = Path.of(path).getParent();
    while (above != null && above.getNameCount() > 0) {
      learn(above.toString());
      above = above.getParent();
    }
    Path name = Path.of(path).getFileName();
    if (protection.fileNames() && name != null) {
      learn(name.toString());
    }
  }

  /** A free text without the learned values. */
  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      if (masked.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
        masked =
            Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE)
                .matcher(masked)
                .replaceAll(Matcher.quoteReplacement(SourceProtection.MARK));
      }
    }
    return masked;
  }

  @Nullable String maskOrNull(@Nullable String text) {
    return text == null ? null : mask(text);
  }

  List<String> mask(List<String> texts) {
    return texts.stream().map(this::mask).toList();
  }

  /** A text that is a source by its kind; an empty one stays empty, so that gaps stay seen. */
  String hide(String text) {
    learn(text);
    return text.isBlank() ? text : SourceProtection.MARK;
  }

  String name(String name) {
    return protection.fileNames() ? SourceProtection.MARK : name;
  }

  /** The path with its folders hidden. */
  String path(String path) {
    Path name = Path.of(path).getFileName();
    return protection.fileNames() || name == null
        ? SourceProtection.MARK
        : SourceProtection.MARK + "/" + name;
  }

  /** A command line of which the options stay, and values that are no names. */
  List<String> command(List<String> words) {
    List<String> shown = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (word.startsWith("--")) {
        shown.add(equals < 0 ? word : word.substring(0, equals + 1) + SourceProtection.MARK);
      } else {
        shown.add(HARMLESS_WORD.matcher(word).matches() ? word : SourceProtection.MARK);
      }
    }
    return shown;
  }

  /** The facts of an entry of the audit log; those that may name a source are hidden. */
  String facts(String json) {
    try {
      JsonNode node = mapper.readTree(json);
      if (!(node instanceof ObjectNode facts)) {
        return SourceProtection.MARK;
      }
      for (Map.Entry<String, JsonNode> fact : facts.properties()) {
        if (!HARMLESS.contains(fact.getKey()) || fact.getValue().isContainerNode()) {
          fact.setValue(mapper.getNodeFactory().textNode(SourceProtection.MARK));
        }
      }
      return mask(mapper.writeValueAsString(facts));
    } catch (JsonProcessingException e) {
      return SourceProtection.MARK;
    }
  }
}
