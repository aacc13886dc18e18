package org.palimpsest.casework.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.palimpsest.casework.RecordJson;
import org.palimpsest.casework.store.CaseException.Reason;
import org.palimpsest.evidence.Sha256;

/** Records as the JSON texts that rows hold and the audit log vouches for. */
final class Content {
  private final JsonMapper mapper = RecordJson.mapper();

  String write(Object record) {
    try {
      return mapper.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of plain values can always be written", e);
    }
  }

  <T> T read(String json, Class<T> type) throws CaseException {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new CaseException(
          Reason.DAMAGED,
          "An entry of the case cannot be read as %s.".formatted(type.getSimpleName()),
          e);
    }
  }

  /** The digest of a text's UTF-8 bytes. */
  static String digest(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
