package org.palimpsest.casework.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.evidence.Sha256;

/**
 * One entry of the audit log. Its digest is the SHA-256 of the sequence number, the time, the
 * person, the program, the action, the exhibit (empty without one), the facts, the digest of the
 * content and the digest of the entry before, in this order, each as its length in bytes (32 bits,
 * most significant byte first) and its UTF-8 bytes. The first entry's predecessor is 64 zeros.
 *
 * @param seq 1, 2, 3, …
 * @param at when, as written
 * @param person who
 * @param program with what
 * @param action what was done
 * @param exhibit to which exhibit; null when to none or to several
 * @param facts what else there is to say, a JSON object
 * @param digest SHA-256 of the content that the change wrote; empty when it wrote none
 * @param previous digest of the entry before
 * @param sha256 digest of this entry
 */
public record AuditEntry(
    long seq,
    String at,
    String person,
    String program,
    String action,
    @Nullable Long exhibit,
    String facts,
    String digest,
    String previous,
    String sha256) {
  /** The digest before the first entry. */
  static final String BEGINNING = "0".repeat(64);

  static AuditEntry after(
      long seq,
      Instant at,
      Actor actor,
      AuditAction action,
      @Nullable Long exhibit,
      String facts,
      String digest,
      String previous) {
    AuditEntry open =
        new AuditEntry(
            seq,
            at.toString(),
            actor.person(),
            actor.program(),
            action.name(),
            exhibit,
            facts,
            digest,
            previous,
            "");
    return new AuditEntry(
        seq,
        open.at,
        open.person,
        open.program,
        open.action,
        exhibit,
        facts,
        digest,
        previous,
        open.computed());
  }

  /** The facts for a person to read, such as {@code item 1, path /home/ada/a.png}. */
  public String told() {
    try {
      JsonNode node = RecordJson.mapper().readTree(facts);
      StringJoiner words = new StringJoiner(", ");
      node.properties()
          .forEach(
              fact ->
                  words.add(
                      fact.getKey().replace('_', ' ')
                          + " "
                          + (fact.getValue().isValueNode()
                              ? fact.getValue().asText()
                              : fact.getValue().toString())));
      return words.toString();
    } catch (JsonProcessingException e) {
      return facts; // verifying the case says that it was changed
    }
  }

  /** The digest that the entry should have. */
  String computed() {
    List<byte[]> parts =
        List.of(
                Long.toString(seq),
                at,
                person,
                program,
                action,
                exhibit == null ? "" : exhibit.toString(),
                facts,
                digest,
                previous)
            .stream()
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return Sha256.of(bytes.array()).hex();
  }
}
