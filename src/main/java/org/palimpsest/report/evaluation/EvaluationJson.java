package org.palimpsest.report.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.palimpsest.evaluation.EvaluationResult;

/**
 * {@code evaluation.json}: every figure of an evaluation, names in snake_case; single pictures are
 * in {@code pictures.csv}.
 */
final class EvaluationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(EvaluationResult.class, WithoutPictures.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(new AsText<>(Instant.class))
                  .addSerializer(new AsText<>(Path.class)))
          .build();

  private EvaluationJson() {}

  @JsonIgnoreProperties({"measurements", "rule"})
  private static final class WithoutPictures {}

  static byte[] of(EvaluationResult result) {
    ObjectNode json = MAPPER.valueToTree(result);
    json.set("unusable", MAPPER.valueToTree(result.measurements().unusable()));
    json.set("notes", MAPPER.valueToTree(result.measurements().notes()));
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Figures can always be written", e);
    }
  }

  private static final class AsText<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    AsText(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }
}
